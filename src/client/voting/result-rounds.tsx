import type { PublicPollView, TallyView } from "../../voting/contract.ts";
import type { RankedStage } from "../../voting/counting/ranked-outcome.ts";
import { useLanguage, useText } from "../language.ts";
import styles from "./result.module.css";

/** "253.00000" says no more than "253". */
const short = (votes: string): string => (votes.includes(".") ? votes.replace(/\.?0+$/, "") : votes);

interface RoundsProps {
  poll: PublicPollView;
  tally: TallyView;
}

/** A ranked count round by round; for Schulze who beats whom one to one. */
export function RoundsTable({ poll, tally: { outcome } }: RoundsProps) {
  const ranked = outcome?.ranked;
  if (!ranked) return null;
  const label = (id: string) => poll.options.find(({ option }) => option === id)?.label ?? id;
  if ("pairwise" in ranked) return <Pairs poll={poll} pairwise={ranked.pairwise} />;
  if (outcome.rule === "borda") return null;
  return <Rounds ids={poll.options.map(({ option }) => option)} stages={ranked.stages} label={label} />;
}

function Rounds({ ids, stages, label }: { ids: string[]; stages: readonly RankedStage[]; label: (id: string) => string }) {
  const say = useText("voting");
  const language = useLanguage();
  const what = ({ action, option = "" }: RankedStage) =>
    action === "first preferences"
      ? say("rounds.first")
      : say(action === "surplus" ? "rounds.surplus" : "rounds.out", { label: label(option) });
  const figure = (votes: string | undefined) => {
    const text = votes === undefined ? "" : short(votes);
    return language === "nl" ? text.replace(".", ",") : text;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className={styles.scroll} aria-label={say("rounds")} tabIndex={0}>
      <table className={styles.table}>
        <caption>{say("rounds")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("result.option")}</th>
            {stages.map((stage, at) => (
              <th key={`${stage.action} ${stage.option ?? ""}`} scope="col">
                {say("rounds.round", { number: at + 1 })}
                <span className={styles.why}>{what(stage)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <tr key={id} data-leading={stages.some(({ elected }) => elected.includes(id))}>
              <th scope="row">{label(id)}</th>
              {stages.map((stage) => (
                <td key={`${stage.action} ${stage.option ?? ""}`}>
                  {figure(stage.votes[id])}
                  {stage.elected.includes(id) && <span className={styles.why}>{say("rounds.elected")}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Pairs({ poll, pairwise }: { poll: PublicPollView; pairwise: readonly (readonly number[])[] }) {
  const say = useText("voting");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className={styles.scroll} aria-label={say("pairs")} tabIndex={0}>
      <table className={styles.table}>
        <caption>{say("pairs")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("pairs.over")}</th>
            {poll.options.map(({ option, label }) => (
              <th key={option} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {poll.options.map(({ option, label }, row) => (
            <tr key={option}>
              <th scope="row">{label}</th>
              {poll.options.map((other, column) => {
                const [ours, theirs] = [pairwise[row]?.[column] ?? 0, pairwise[column]?.[row] ?? 0];
                return <td key={other.option}>{row === column ? "–" : ours > theirs ? <strong>{ours}</strong> : ours}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
