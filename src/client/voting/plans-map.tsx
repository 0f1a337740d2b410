import { useEffect, useRef } from "react";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { addPin, drawMap } from "../kit/map.ts";
import { useText } from "../language.ts";
import { fieldOf } from "./field-of.ts";
import styles from "./plans.module.css";

/** Longer names, and the names of more plans than this, would lie over each other. */
const longestName = 24;
const mostNames = 12;

const shortened = (label: string): string =>
  label.length > longestName ? `${label.slice(0, longestName - 1).trimEnd()}…` : label;

/** Where the plans are. Pressing a pin leads to the plan in the list, which says the same in words. */
export function PlansMap({ poll, plans }: { poll: PublicPollView; plans: readonly OptionView[] }) {
  const say = useText("voting");
  const element = useRef<HTMLDivElement>(null);
  const zoomIn = say("plans.map.closer");
  const zoomOut = say("plans.map.farther");
  // Drawn anew only when other plans have a place, not at every press of a plan.
  const placed = JSON.stringify(plans.flatMap(({ option, label, place }) => (place ? { option, label, ...place } : [])));
  useEffect(() => {
    if (!element.current) return;
    const sheet = document.createElement("div");
    element.current.append(sheet);
    const shown = JSON.parse(placed) as { option: string; label: string; latitude: number; longitude: number }[];
    const points = shown.map((plan) => ({ ...plan, name: shortened(plan.label) }));
    const drawn = drawMap(sheet, points, { zoomIn, zoomOut }, points.length > mostNames);
    for (const point of points) {
      addPin(drawn, point, () => {
        const field = document.getElementById(fieldOf(point.option));
        field?.scrollIntoView({ block: "center" });
        field?.focus({ preventScroll: true });
      });
    }
    return () => {
      drawn.remove();
      sheet.remove();
    };
  }, [placed, zoomIn, zoomOut]);
  return (
    <section className={styles.map} aria-label={say("plans.map", { kern: poll.kernName })}>
      <div ref={element} />
      <p className="muted small">{say("plans.map.hint")}</p>
    </section>
  );
}
