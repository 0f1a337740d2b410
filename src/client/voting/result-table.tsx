import type { PublicPollView, TallyView } from "../../voting/contract.ts";
import { useLanguage, useText } from "../language.ts";
import { Bar } from "./bar.tsx";
import { useOptionLabel } from "./option-label.ts";
import styles from "./result.module.css";
import { reasonsOf } from "./result-reasons.ts";
import { sharesOf } from "./shares.ts";

/** Every option with its votes and, from ten voters on, its share and why it won or did not. */
export function ResultTable({ poll, tally }: { poll: PublicPollView; tally: TallyView }) {
  const say = useText("voting");
  const label = useOptionLabel();
  const language = useLanguage();
  const reasons = reasonsOf(poll, tally.outcome);
  const points = tally.outcome?.points ?? null;
  const rows = sharesOf(tally);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{poll.question}</caption>
      <thead>
        <tr>
          <th scope="col">{say("result.option")}</th>
          {points && <th scope="col">{say("result.points")}</th>}
          <th scope="col">{say(poll.form.kind === "ranking" ? "result.ranked-by" : "result.votes")}</th>
          {rows.some(({ percent }) => percent !== null) && <th scope="col">{say("result.share")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((share) => (
          <tr key={share.option} data-leading={share.leading}>
            <th scope="row">
              {label(share)}
              {share.leading && <span className="visually-hidden"> ({say("result.leading")})</span>}
              <Bar part={share.length} />
              {reasons.has(share.option) && <span className={styles.why}>{reasons.get(share.option)?.[language]}</span>}
            </th>
            {points && <td>{points[share.option] ?? 0}</td>}
            <td>{share.votes}</td>
            {share.percent !== null && <td>{share.percent}%</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
