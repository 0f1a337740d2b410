import { useEffect, useRef } from "react";
import type { KernView } from "../../kernen/contract.ts";
import { accentOf } from "../../kernen/kern-identity.ts";
import { addPin, drawMap } from "../kit/map.ts";
import { useText } from "../language.ts";

interface KernenMapProps {
  kernen: KernView[];
  onPick: (kern: KernView) => void;
}

/** The kernen where they lie, as pins one can press. The list beside it says the same in words. */
export function KernenMap({ kernen, onPick }: KernenMapProps) {
  const say = useText("kernen");
  const element = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const zoomIn = say("find.map.closer");
  const zoomOut = say("find.map.farther");
  useEffect(() => {
    if (!element.current) return;
    const sheet = document.createElement("div");
    element.current.append(sheet);
    const points = kernen.map((kern) => ({ ...kern, accent: accentOf(kern.accent) }));
    const drawn = drawMap(sheet, points, { zoomIn, zoomOut });
    for (const [index, kern] of kernen.entries()) {
      const point = points[index];
      if (point) addPin(drawn, point, () => pick.current(kern));
    }
    return () => {
      drawn.remove();
      sheet.remove();
    };
  }, [kernen, zoomIn, zoomOut]);
  return (
    <section aria-label={say("find.map")}>
      <div ref={element} />
      <p className="muted small">{say("find.map.hint")}</p>
    </section>
  );
}
