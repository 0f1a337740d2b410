import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { PaperView, PollView } from "../../voting/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Section } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { FinishPaper } from "./finish-paper.tsx";
import { PaperEntry } from "./paper-entry.tsx";
import { PaperSettle } from "./paper-settle.tsx";
import { PaperStack } from "./paper-stack.tsx";
import { PollFrame } from "./poll-frame.tsx";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";

/** What one is busy with: a new stack (0), a stack entered again, or one whose differences are settled. */
type Busy = { with: "entry" | "settle"; stack: number } | null;

function Numbers({ paper }: { paper: PaperView }) {
  const say = useText("polling");
  const rows: [string, string][] = [
    [say("paper.code"), paper.code ?? "–"],
    [say("paper.handedOut"), String(paper.handedOut)],
    [say("paper.published"), String(paper.published.ballots)],
    [say("paper.spoiled"), String(paper.published.spoiled)],
  ];
  return (
    <dl className={styles.numbers}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Paper({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const [busy, setBusy] = useState<Busy>(null);
  const { data, error, refetch } = useQuery({
    queryKey: pollingKeys.paper(poll.poll),
    queryFn: () => pollingApi.paper(poll.poll),
    refetchInterval: 30_000,
  });
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={2} />;
  const done = () => setBusy(null);
  if (busy?.with === "entry") return <PaperEntry poll={poll} stack={busy.stack} done={done} />;
  const settled = busy && data.stacks.find(({ stack }) => stack === busy.stack);
  if (settled) return <PaperSettle poll={poll} stack={settled} done={done} />;
  const counted = poll.tally !== null;
  const asked = data.stacks.some(
    ({ state, waitsForYou }) => waitsForYou || state === "differs" || (state === "agreed" && data.can.publish),
  );
  return (
    <>
      <Numbers paper={data} />
      <div className={styles.row}>
        {!counted && (
          <GoButton to={paths.paperBallots(poll.municipality, poll.poll)} icon={<Icon name="print" size={18} />}>
            {say("paper.print")}
          </GoButton>
        )}
        <GoButton to={paths.deskRoll(poll.municipality, poll.poll)}>{say("paper.handOut")}</GoButton>
      </div>
      <Section title={say("paper.stacks")}>
        <p>{say("paper.how")}</p>
        <ul className={styles.list}>
          {data.stacks.map((stack) => (
            <PaperStack
              key={stack.stack}
              poll={poll}
              stack={stack}
              mayPublish={data.can.publish}
              onAgain={() => setBusy({ with: "entry", stack: stack.stack })}
              onSettle={() => setBusy({ with: "settle", stack: stack.stack })}
            />
          ))}
        </ul>
        {!counted && (
          <Button appearance={asked ? "secondary" : "primary"} onClick={() => setBusy({ with: "entry", stack: 0 })}>
            {say("paper.new")}
          </Button>
        )}
      </Section>
      {data.can.finish && <FinishPaper poll={poll} paper={data} />}
      {data.countWaits && !data.can.finish && <p className={styles.consequence}>{say("paper.waits")}</p>}
    </>
  );
}

/** Paper ballots: handed out, come back, entered by two people, compared, published. */
export function PaperPage() {
  const say = useText("polling");
  return <PollFrame title={() => say("paper.title")}>{(poll) => <Paper poll={poll} />}</PollFrame>;
}
