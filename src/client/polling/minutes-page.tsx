import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { PollView } from "../../voting/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { useOptionLabel } from "../voting/option-label.ts";
import { PollFrame } from "./poll-frame.tsx";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import print from "./print.module.css";

function Minutes({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const language = useLanguage();
  const label = useOptionLabel();
  const { data: roll } = useQuery({ queryKey: pollingKeys.roll(poll.poll), queryFn: () => pollingApi.roll(poll.poll) });
  const { data: paper } = useQuery({
    queryKey: pollingKeys.paper(poll.poll),
    queryFn: () => pollingApi.paper(poll.poll),
    enabled: poll.level > 0,
  });
  const { tally } = poll;
  if (!tally) return <p>{say("minutes.none")}</p>;
  const rows: [string, React.ReactNode][] = [
    [say("minutes.opened"), <Exactly key="opened" at={poll.opensAt} />],
    [say("minutes.closed"), <Exactly key="closed" at={poll.closesAt} />],
    [say("minutes.level"), say(`level.${poll.level}`)],
    [say("minutes.roll"), tally.rollSize],
    [say("minutes.ballots"), tally.voters],
    ...(paper ? ([[say("minutes.paper"), paper.published.ballots]] as [string, number][]) : []),
    [say("minutes.spoiled"), tally.spoiled],
    ...(roll?.marked.assisted != null ? ([[say("minutes.assisted"), roll.marked.assisted]] as [string, number][]) : []),
    ...(poll.frozenHash ? ([[say("minutes.frozen"), poll.frozenHash]] as [string, string][]) : []),
    ...(tally.seed ? ([[say("minutes.seed"), tally.seed]] as [string, string][]) : []),
  ];
  return (
    <>
      <div className={print.screenOnly}>
        <Button icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {say("minutes.print")}
        </Button>
      </div>
      <h2>{poll.question}</h2>
      <dl className={styles.numbers}>
        {rows.map(([term, value]) => (
          <div key={term} className={typeof value === "string" && value.length > 40 ? styles.wide : undefined}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {poll.extensions.map(({ closesAt, reason }) => (
        <p key={closesAt}>
          {say("minutes.extended")} <Exactly at={closesAt} />: {reason}
        </p>
      ))}
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
          {tally.counts.map((count) => {
            const cost = poll.options.find(({ option }) => option === count.option)?.cost ?? 0;
            return (
              <tr key={count.option}>
                <th scope="row">
                  {label(count)}
                  <span className={styles.small}>
                    {tally.outcome?.winners.includes(count.option) && say("trial.won")}
                    {cost > 0 && ` ${euros(cost, language)}`}
                  </span>
                </th>
                <td className={styles.end}>{count.votes}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {(tally.outcome?.ties ?? []).map(({ at, among, by, first }) => (
        <p key={at}>
          {say(by === "lot" ? "minutes.lot" : "minutes.tie", {
            among: among.map((option) => poll.options.find((each) => each.option === option)?.label ?? option).join(", "),
            first: poll.options.find((each) => each.option === first)?.label ?? first,
          })}
        </p>
      ))}
      <p className={print.sign}>{say("minutes.sign")}</p>
    </>
  );
}

/** What was asked, who could vote, what was counted: on paper, for the file and the council. */
export function MinutesPage() {
  const say = useText("polling");
  return <PollFrame title={() => say("minutes.title")}>{(poll) => <Minutes poll={poll} />}</PollFrame>;
}
