import { type ReactNode, useDeferredValue, useState } from "react";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { useWide } from "../kit/use-wide.ts";
import { useText } from "../language.ts";
import { hasPlans } from "./ballot-of.ts";
import { foundPlans, themesOf } from "./find-plans.ts";
import { LazyPlansMap } from "./lazy-map.tsx";
import { useOptionLabel } from "./option-label.ts";
import { PlanTools } from "./plan-tools.tsx";
import styles from "./plans.module.css";

/** From so many plans on one can search. */
const searchedFrom = 13;

interface PlanListProps {
  poll: PublicPollView;
  /** In the voter's own order. */
  plans: readonly OptionView[];
  children: (plan: OptionView) => ReactNode;
}

/** Plans as a list that can be searched, with a map beside it (below a button on a phone), never instead of it. */
export function PlanList({ poll, plans, children }: PlanListProps) {
  const say = useText("voting");
  const label = useOptionLabel();
  const wide = useWide();
  const [wanted, setWanted] = useState({ words: "", theme: "" });
  const [map, setMap] = useState(false);
  const shown = foundPlans(plans, useDeferredValue(wanted));
  const searched = plans.length >= searchedFrom;
  const placed = plans.filter(({ place }) => place !== null);
  const onMap = placed.map((plan) => ({ ...plan, label: label(plan) }));
  return (
    <div className={styles.plans} data-wide={wide && placed.length > 0}>
      {(searched || placed.length > 0) && (
        <PlanTools
          themes={themesOf(plans)}
          wanted={searched ? wanted : null}
          onWant={setWanted}
          found={{ shown: shown.length, all: plans.length }}
          map={wide || placed.length === 0 ? null : map}
          onMap={setMap}
        />
      )}
      {placed.length > 0 && (wide || map) && <LazyPlansMap poll={poll} plans={onMap} />}
      <ul className={styles.list} data-rich={hasPlans(poll)}>
        {shown.map((plan) => (
          <li key={plan.option}>{children(plan)}</li>
        ))}
      </ul>
      {shown.length === 0 && <p>{say("plans.none", { words: wanted.words || wanted.theme })}</p>}
    </div>
  );
}
