import { Input } from "@fluentui/react-components";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { useText } from "../language.ts";
import { fieldOf } from "./field-of.ts";
import { useOptionLabel } from "./option-label.ts";
import { PlanFacts, PlanPrice } from "./plan-facts.tsx";
import { PlanList } from "./plan-list.tsx";
import styles from "./plans.module.css";
import type { FillingHandle } from "./use-filling.ts";

/** More figures than this are typed. */
const mostPressed = 10;

interface ScoreFieldProps {
  poll: PublicPollView;
  plans: readonly OptionView[];
  max: number;
  handle: FillingHandle;
}

/** A figure for every plan. What gets none counts as 0, and says so. */
export function ScoreField({ poll, plans, max, handle }: ScoreFieldProps) {
  const say = useText("voting");
  const label = useOptionLabel();
  const { points } = handle.filling;
  const scores = [...Array(max + 1).keys()];
  return (
    <div className={styles.field}>
      <p className={styles.legend}>{say("score.how", { max })}</p>
      <PlanList poll={poll} plans={plans}>
        {(plan) => {
          const id = fieldOf(plan.option);
          return (
            <fieldset className={styles.plan}>
              <legend className={styles.titled}>
                {label(plan)} <PlanPrice plan={plan} />
              </legend>
              {max > mostPressed ? (
                <Input
                  id={id}
                  type="number"
                  min={0}
                  max={max}
                  aria-label={say("score.typed", { max, label: label(plan) })}
                  value={String(points[plan.option] ?? "")}
                  onChange={(_, { value }) => handle.give(plan.option, Math.trunc(Number(value)) || 0)}
                />
              ) : (
                <div className={styles.scores}>
                  {scores.map((score) => (
                    <label key={`${plan.option} ${score}`} className={styles.score}>
                      <input
                        id={score === 0 ? id : undefined}
                        type="radio"
                        name={id}
                        checked={points[plan.option] === score}
                        onChange={() => handle.give(plan.option, score)}
                      />
                      {score}
                    </label>
                  ))}
                </div>
              )}
              <div className={styles.facts}>
                <PlanFacts poll={poll} plan={plan} label={label(plan)} />
              </div>
            </fieldset>
          );
        }}
      </PlanList>
    </div>
  );
}
