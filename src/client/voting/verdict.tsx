import type { PublicPollView, TallyView } from "../../voting/contract.ts";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { useOptionLabel } from "./option-label.ts";
import styles from "./result.module.css";

/** What came out, in one sentence and where there are more winners a list. */
export function Verdict({ poll, tally }: { poll: PublicPollView; tally: TallyView }) {
  const say = useText("voting");
  const language = useLanguage();
  const label = useOptionLabel();
  const { outcome, leading, counts } = tally;
  const winners = leading.flatMap((id) => counts.find(({ option }) => option === id) ?? []).map(label);
  const costs = poll.options.reduce((sum, { option, cost }) => (leading.includes(option) ? sum + cost : sum), 0);
  if (tally.voters === 0) return <p className={styles.verdict}>{say("verdict.nobody")}</p>;
  if (outcome?.quorum?.reached === false)
    return (
      <p className={styles.verdict}>{say("verdict.quorum", { needed: outcome.quorum.needed, voted: outcome.quorum.voted })}</p>
    );
  if (outcome && outcome.decided !== null)
    return <p className={styles.verdict}>{say(outcome.decided ? "verdict.carried" : "verdict.rejected")}</p>;
  if (winners.length === 0) return <p className={styles.verdict}>{say("result.nothing")}</p>;
  if (outcome && outcome.winners.length === 1 && winners.length > 1)
    return <p className={styles.verdict}>{say("result.tie", { labels: winners.join(" · ") })}</p>;
  if (winners.length === 1) return <p className={styles.verdict}>{say("verdict.one", { label: winners[0] ?? "" })}</p>;
  return (
    <div className={styles.verdict}>
      <p>
        {costs > 0
          ? say("verdict.funded", { count: winners.length, cost: euros(costs, language) })
          : say("verdict.more", { count: winners.length })}
      </p>
      <ol>
        {winners.map((winner) => (
          <li key={winner}>{winner}</li>
        ))}
      </ol>
    </div>
  );
}
