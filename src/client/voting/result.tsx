import type { PollView } from "../../voting/contract.ts";
import { useText } from "../language.ts";
import { useOptionLabel } from "./option-label.ts";
import styles from "./poll-page.module.css";
import { sharesOf, smallestShownGroup } from "./shares.ts";

/** The result: a table whose bars say the same to the eye; and how many of how many voted. */
export function Result({ poll }: { poll: PollView }) {
  const say = useText("voting");
  const label = useOptionLabel();
  const { tally } = poll;
  if (!tally)
    return (
      <section className={styles.result} role="status">
        <h2>{say("result")}</h2>
        <p>{say("result.counting")}</p>
      </section>
    );
  const few = tally.voters < smallestShownGroup;
  return (
    <section className={styles.result}>
      <h2>{say("result")}</h2>
      <p>{say("result.turnout", { voters: tally.voters, roll: tally.rollSize })}</p>
      <table className={styles.table}>
        <caption className="visually-hidden">{poll.question}</caption>
        <thead>
          <tr>
            <th scope="col">{say("result.option")}</th>
            <th scope="col">{say("result.votes")}</th>
            {!few && <th scope="col">{say("result.share")}</th>}
          </tr>
        </thead>
        <tbody>
          {sharesOf(tally).map((share) => (
            <tr key={share.option} data-leading={share.leading}>
              <th scope="row">
                {label(share)}
                {share.leading && <span className="visually-hidden"> ({say("result.leading")})</span>}
                <svg className={styles.bar} aria-hidden="true">
                  <rect width={`${share.length * 100}%`} height="100%" rx="5" fill="currentColor" />
                </svg>
              </th>
              <td>{share.votes}</td>
              {share.percent !== null && <td>{share.percent}%</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {few && <p className={styles.few}>{say("result.few")}</p>}
    </section>
  );
}
