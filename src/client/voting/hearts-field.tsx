import { Button } from "@fluentui/react-components";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { announce } from "../kit/announce.tsx";
import { Icon } from "../kit/icon.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import { fieldOf } from "./field-of.ts";
import { pointsLeft } from "./filling.ts";
import { useOptionLabel } from "./option-label.ts";
import { PlanPrice } from "./plan-facts.tsx";
import styles from "./plans.module.css";
import type { FillingHandle } from "./use-filling.ts";

interface HeartsFieldProps {
  poll: PublicPollView;
  plans: readonly OptionView[];
  handle: FillingHandle;
}

/** The hearts divided over the plans that were chosen: they stand evenly divided at first, and one may leave them so. */
export function HeartsField({ poll, plans, handle }: HeartsFieldProps) {
  const say = useText("voting");
  const label = useOptionLabel();
  const { chosen, points } = handle.filling;
  const left = pointsLeft(poll.form, handle.filling);
  const give = (plan: OptionView, by: -1 | 1) => {
    const given = Math.max(0, (points[plan.option] ?? 0) + by);
    handle.give(plan.option, given);
    if (by < 0 || left > 0) announce(say("hearts.given", { label: label(plan), given }));
  };
  return (
    <div className={styles.field}>
      <p>{say("hearts.how")}</p>
      <ul className={styles.ranked}>
        {plans
          .filter(({ option }) => chosen.includes(option))
          .map((plan) => {
            const given = points[plan.option] ?? 0;
            return (
              <li key={plan.option}>
                <span className={styles.title}>
                  {label(plan)} <PlanPrice plan={plan} />
                  {given === 0 && <span className={styles.theme}>{say("hearts.zero")}</span>}
                </span>
                <span className={styles.shift}>
                  <Button
                    icon={<Icon name="minus" />}
                    aria-label={say("hearts.less", { label: label(plan), given })}
                    onClick={() => give(plan, -1)}
                  />
                  <span className={styles.hearts}>
                    {given} <Icon name="heart" size={18} filled />
                  </span>
                  <Button
                    id={fieldOf(plan.option)}
                    icon={<Icon name="plus" />}
                    aria-label={say("hearts.more", { label: label(plan), given })}
                    onClick={() => give(plan, 1)}
                  />
                </span>
              </li>
            );
          })}
      </ul>
      <TextButton onClick={handle.divide}>{say("hearts.even")}</TextButton>
    </div>
  );
}
