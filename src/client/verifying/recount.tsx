import type { Verdict } from "../../verifier/index.ts";
import { Section, Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { optionNames } from "./option-name.ts";
import styles from "./verifying.module.css";

type Figures = Pick<NonNullable<Verdict["published"]>["outcome"], "votes" | "points">;

/** The published result beside the one counted on this device. */
export function Recount({ verdict: { poll, published, recounted } }: { verdict: Verdict }) {
  const say = useText("verifying");
  const name = optionNames(poll);
  if (!poll || !published) return null;
  const figure = (outcome: Figures | undefined, id: string) => {
    if (!outcome) return say("result.none");
    const votes = outcome.votes[id] ?? 0;
    return outcome.points ? say("result.points", { votes, points: outcome.points[id] ?? 0 }) : votes;
  };
  const { outcome } = published;
  return (
    <Section title={say("result")}>
      <Sheet className={styles.sheet}>
        {outcome.decided !== null && <p>{say(outcome.decided ? "result.carried" : "result.rejected")}</p>}
        <table className={styles.table}>
          <caption>{say("result.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("result.option")}</th>
              <th scope="col">{say("result.published")}</th>
              <th scope="col">{say("result.recounted")}</th>
            </tr>
          </thead>
          <tbody>
            {poll.options.map(({ id }) => (
              <tr key={id}>
                <th scope="row">
                  {name(id)}
                  {outcome.decided === null && outcome.winners.includes(id) && (
                    <span className={styles.winner}>{say("result.winner")}</span>
                  )}
                </th>
                <td>{figure(outcome, id)}</td>
                <td>{figure(recounted?.outcome, id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </Section>
  );
}
