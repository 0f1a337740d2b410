import type { Choice, OptionView, PublicPollView } from "../../voting/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { ballotOf } from "./ballot-of.ts";
import styles from "./booth.module.css";
import { costOf } from "./filling.ts";
import { useOptionLabel } from "./option-label.ts";
import { PlanPrice } from "./plan-facts.tsx";

/** A choice exactly as it is cast, in words. */
export function ChosenList({ poll, choice }: { poll: PublicPollView; choice: Choice }) {
  const say = useText("voting");
  const language = useLanguage();
  const label = useOptionLabel();
  const points = "points" in choice ? choice.points : {};
  const ids = "ranking" in choice ? choice.ranking : "chosen" in choice ? choice.chosen : Object.keys(points);
  const chosen = ids.flatMap((id): OptionView | [] => poll.options.find(({ option }) => option === id) ?? []);
  const cost = costOf(ballotOf(poll), ids);
  const List = "ranking" in choice ? "ol" : "ul";
  if (chosen.length === 0) return <p className={styles.chosen}>{say("check.nothing")}</p>;
  return (
    <div className={styles.chosen}>
      <List>
        {chosen.map((plan, at) => (
          <li key={plan.option}>
            {"ranking" in choice ? <span className={styles.place}>{at + 1}</span> : <Icon name="check" size={24} />}
            <span>
              <strong>{label(plan)}</strong> <PlanPrice plan={plan} />
            </span>
            {"points" in choice && (
              <span className={styles.points}>
                {say(poll.form.kind === "score" ? "check.score" : "check.hearts", { count: points[plan.option] ?? 0 })}
              </span>
            )}
          </li>
        ))}
      </List>
      {cost > 0 && <p>{say("check.together", { cost: euros(cost, language) })}</p>}
    </div>
  );
}
