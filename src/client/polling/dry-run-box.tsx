import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { useOptionLabel } from "../voting/option-label.ts";
import { type Trial, tryOut, type Warning, warningsOf } from "./dry-run.ts";
import styles from "./polling.module.css";

interface DryRunBoxProps {
  trial: Trial;
  /** Plans that no expert has looked at. */
  unjudged: number;
  /** It goes by letter, and none has been made. */
  noLetters: boolean;
}

/** A sample count by the real counting module, and what to think of before opening. */
export function DryRunBox({ trial, unjudged, noLetters }: DryRunBoxProps) {
  const say = useText("polling");
  const language = useLanguage();
  const label = useOptionLabel();
  const [seed, setSeed] = useState(1);
  const { outcome, voters } = useMemo(() => tryOut(trial, seed), [trial, seed]);
  const warnings = useMemo(() => warningsOf(trial), [trial]);
  const firstOf = (labels: string[]): string => {
    const first = labels.slice(0, 3).join(", ");
    return labels.length > 3 ? say("warn.more", { labels: first, count: labels.length - 3 }) : first;
  };
  const words = (warning: Warning): string => {
    if ("count" in warning) return say(`warn.${warning.code}`, { count: warning.count });
    if ("labels" in warning) return say(`warn.${warning.code}`, { labels: firstOf(warning.labels) });
    return warning.code === "all-fit" ? say("warn.all-fit", { left: euros(warning.left, language) }) : say("warn.tie-likely");
  };
  const told = [
    ...(noLetters ? [say("warn.letters")] : []),
    ...(unjudged > 0 ? [say("warn.unjudged", { count: unjudged })] : []),
    ...warnings.map(words),
  ];
  const spent = trial.options.filter(({ id }) => outcome.winners.includes(id)).reduce((sum, { cost }) => sum + cost, 0);
  const listed = [...trial.options].sort(
    (a, b) =>
      Number(outcome.winners.includes(b.id)) - Number(outcome.winners.includes(a.id)) ||
      (outcome.votes[b.id] ?? 0) - (outcome.votes[a.id] ?? 0),
  );
  return (
    <>
      <section>
        <h2>{say("warnings")}</h2>
        {told.length === 0 ? (
          <p>{say("warnings.none")}</p>
        ) : (
          <ul className={styles.list}>
            {told.map((sentence) => (
              <li key={sentence} className={styles.warning}>
                <Icon name="alert" size={18} />
                <span>{sentence}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.fields}>
        <h2>{say("trial")}</h2>
        <p>{say("trial.hint")}</p>
        <p role="status">
          {say("trial.ballots", { count: voters })}{" "}
          {"budget" in trial.count &&
            say("trial.spent", { spent: euros(spent, language), budget: euros(trial.count.budget, language) })}
          {outcome.quorum?.reached === false && say("trial.quorum")}
          {outcome.decided !== null && say(outcome.decided ? "trial.decided" : "trial.rejected")}
        </p>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say("trial.plan")}</th>
                <th scope="col" className={styles.end}>
                  {say("trial.votes")}
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map((option) => (
                <tr key={option.id}>
                  <th scope="row">
                    {label({ option: option.id, label: option.label })}
                    <span className={styles.small}>
                      {say(outcome.winners.includes(option.id) ? "trial.won" : "trial.not")}
                      {option.cost > 0 && ` · ${euros(option.cost, language)}`}
                    </span>
                  </th>
                  <td className={styles.end}>{outcome.votes[option.id] ?? 0}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <Button onClick={() => setSeed(seed + 1)}>{say("trial.again")}</Button>
        </div>
      </section>
    </>
  );
}
