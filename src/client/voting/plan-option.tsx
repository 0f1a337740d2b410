import type { ReactNode } from "react";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { Photo } from "../kit/photo.tsx";
import { fieldOf } from "./field-of.ts";
import { useOptionLabel } from "./option-label.ts";
import { PlanFacts, PlanPrice } from "./plan-facts.tsx";
import styles from "./plans.module.css";

interface PlanOptionProps {
  poll: PublicPollView;
  plan: OptionView;
  /** One of all, or as many as one likes. */
  type: "radio" | "checkbox";
  checked: boolean;
  onPress: () => void;
  /** What else can be done with it. */
  deed: ReactNode;
}

/** A plan that is chosen by pressing it anywhere; what there is to read stands below. */
export function PlanOption({ poll, plan, type, checked, onPress, deed }: PlanOptionProps) {
  const label = useOptionLabel()(plan);
  const id = fieldOf(plan.option);
  return (
    <div className={styles.plan} data-checked={checked}>
      <label className={styles.press}>
        <input
          id={id}
          type={type}
          name="option"
          checked={checked}
          onChange={onPress}
          aria-labelledby={`${id}-title`}
          aria-describedby={plan.cost > 0 ? `${id}-price` : undefined}
        />
        <span className={styles.words}>
          <span id={`${id}-title`} className={styles.title}>
            {label}
          </span>
          {plan.cost > 0 && (
            <span id={`${id}-price`}>
              <PlanPrice plan={plan} />
            </span>
          )}
        </span>
        {plan.photo && <Photo photo={plan.photo} alt="" className={styles.photo} />}
      </label>
      <div className={styles.facts}>
        <PlanFacts poll={poll} plan={plan} label={label} />
        {deed}
      </div>
    </div>
  );
}
