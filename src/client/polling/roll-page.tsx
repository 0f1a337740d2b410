import { Field, SearchBox } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PollView, RollView } from "../../voting/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Section } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useSettled } from "../kit/use-settled.ts";
import { useText } from "../language.ts";
import { PollFrame } from "./poll-frame.tsx";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import { VoterRow } from "./voter-row.tsx";

function Numbers({ roll }: { roll: RollView }) {
  const say = useText("polling");
  const shown = (count: number | null) => (count === null ? say("roll.few") : String(count));
  const { parts, marked } = roll;
  const rows: [string, string][] = [
    [say("roll.places"), String(roll.places)],
    ...(parts
      ? ([
          [say("roll.mail"), String(parts.mail)],
          [say("roll.address"), String(parts.address)],
          [say("roll.letter"), String(parts.letter)],
        ] as [string, string][])
      : []),
    ...(roll.fixed
      ? ([
          [say("roll.marked"), shown(marked.all)],
          [say("roll.paper"), shown(marked.paper)],
          [say("roll.assisted"), shown(marked.assisted)],
        ] as [string, string][])
      : []),
  ];
  return (
    <>
      <dl className={styles.numbers}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{say(roll.fixed ? "roll.fixed" : "roll.open")}</p>
    </>
  );
}

function Find({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim(), 300);
  const { data, error, refetch } = useQuery({
    queryKey: ["polls", "voters", poll.poll, q],
    queryFn: () => pollingApi.findOnRoll(poll.poll, q),
    enabled: q.length >= 2 || /^\d+$/.test(q),
    // Who voted by which way may have changed since: never shown from memory.
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <>
      <Field label={say("roll.search")} hint={say("roll.search.hint")} size="large">
        <SearchBox value={typed} maxLength={100} onChange={(_, given) => setTyped(given.value)} />
      </Field>
      {error && <ErrorState fault={error} again={() => void refetch()} />}
      <div role="status">{data?.voters.length === 0 && <p>{say("roll.nobody")}</p>}</div>
      {data && (
        <ul className={styles.list}>
          {data.voters.map((voter) => (
            <VoterRow key={voter.person ?? voter.letter} poll={poll} voter={voter} />
          ))}
        </ul>
      )}
    </>
  );
}

function Roll({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const { data, error, refetch } = useQuery({ queryKey: pollingKeys.roll(poll.poll), queryFn: () => pollingApi.roll(poll.poll) });
  return (
    <>
      {data ? (
        <Numbers roll={data} />
      ) : error ? (
        <ErrorState fault={error} again={() => void refetch()} />
      ) : (
        <ListSkeleton rows={2} />
      )}
      {poll.state === "open" && poll.level > 0 && (
        <Section title={say("roll.help")}>
          <Find poll={poll} />
        </Section>
      )}
    </>
  );
}

/** The roll in numbers, and finding one person at the kitchen table: to vote together, or on paper. */
export function RollPage() {
  const say = useText("polling");
  return <PollFrame title={() => say("roll.title")}>{(poll) => <Roll poll={poll} />}</PollFrame>;
}
