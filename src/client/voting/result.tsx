import { paths } from "../../shared/links.ts";
import type { PublicPollView, TallyView } from "../../voting/contract.ts";
import { addressOf } from "../call.ts";
import { Go } from "../kit/go.tsx";
import { useText } from "../language.ts";
import styles from "./result.module.css";
import { BesideTable, MoneyTables } from "./result-budget.tsx";
import { RoundsTable } from "./result-rounds.tsx";
import { ResultTable } from "./result-table.tsx";
import { smallestShownGroup } from "./shares.ts";
import { Verdict } from "./verdict.tsx";

/** The result: what came out and why, each figure in a table whose bars say the same to the eye. */
export function Result({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  const { tally } = poll;
  if (!tally)
    return (
      <section className={styles.result} role="status">
        <h2>{say("result")}</h2>
        <p>{say(poll.waitsForPaper ? "result.paper" : "result.counting")}</p>
      </section>
    );
  return (
    <section className={styles.result}>
      <h2>{say("result")}</h2>
      <Verdict poll={poll} tally={tally} />
      <p>
        {say("result.turnout", { voters: tally.voters, roll: tally.rollSize })}{" "}
        {tally.spoiled > 0 && say("result.spoiled", { count: tally.spoiled })}
      </p>
      <ResultTable poll={poll} tally={tally} />
      {tally.voters < smallestShownGroup && <p className="muted small">{say("result.few")}</p>}
      <MoneyTables poll={poll} tally={tally} />
      <BesideTable poll={poll} tally={tally} />
      <RoundsTable poll={poll} tally={tally} />
      <Ties tally={tally} />
      <Names tally={tally} />
      {poll.level > 0 && poll.definition && (
        <p className={styles.links}>
          <Go to={paths.verify(poll.municipality, poll.poll)}>{say("verify")}</Go>
          <a href={addressOf(`gemeenten/${encodeURIComponent(poll.municipality)}/stemmingen/${poll.poll}/export`)} download>
            {say("result.export")}
          </a>
        </p>
      )}
    </section>
  );
}

function Ties({ tally: { outcome, counts } }: { tally: TallyView }) {
  const say = useText("voting");
  const label = (id: string) => counts.find(({ option }) => option === id)?.label ?? id;
  const drawn = (outcome?.ties ?? []).filter(({ by }) => by === "lot");
  return drawn.map(({ at, among, first }) => (
    <p key={`${at} ${first}`}>{say("result.lot", { among: among.map(label).join(" · "), first: label(first) })}</p>
  ));
}

function Names({ tally: { names, counts } }: { tally: TallyView }) {
  const say = useText("voting");
  if (!names || names.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{say("result.names")}</summary>
      <ul>
        {names.map(({ name, option }) => (
          <li key={`${name} ${option}`}>
            {name}: {counts.find((each) => each.option === option)?.label ?? option}
          </li>
        ))}
      </ul>
    </details>
  );
}
