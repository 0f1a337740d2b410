import { Button } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { paths } from "../../shared/links.ts";
import type { DeskPoll, PollDraft } from "../../voting/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go, GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Section } from "../kit/layout.tsx";
import { Ago, Left } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import { onBallot, readPlan } from "./plan.ts";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys, type Task } from "./polling-api.ts";

/** Where a task is done. */
function wayOf(municipality: string, poll: string, task: Task): string {
  if (task === "next-steps" || task === "closes-soon") return paths.deskPoll(municipality, poll);
  return (task === "letters-missing" ? paths.deskLetters : paths.deskPaper)(municipality, poll);
}

function Poll({ municipality, poll }: { municipality: string; poll: DeskPoll }) {
  const say = useText("polling");
  const { turnout, rollSize } = poll;
  return (
    <li>
      <Go to={paths.deskPoll(municipality, poll.poll)}>{poll.question}</Go>
      <span className={styles.small}>
        {poll.kernName} · {say(`desk.state.${poll.state}`)}
        {poll.state !== "closed" && (
          <>
            {" "}
            <Left until={poll.state === "planned" ? poll.opensAt : poll.closesAt} />
          </>
        )}
        {turnout !== null && rollSize !== null && ` · ${say("desk.turnout", { voters: turnout, roll: rollSize })}`}
      </span>
      {poll.tasks.map((task) => (
        <p key={task} className={styles.warning}>
          <Icon name="alert" size={18} />
          <Go to={wayOf(municipality, poll.poll, task)}>{say(`task.${task}`)}</Go>
        </p>
      ))}
    </li>
  );
}

function Draft({ municipality, draft }: { municipality: string; draft: PollDraft }) {
  const say = useText("polling");
  const queries = useQueryClient();
  const plan = readPlan(draft.content);
  const unjudged = plan.judging ? onBallot(plan).filter(({ feasible }) => feasible === "unknown").length : 0;
  const name = plan.question.trim() || say("draft.nameless");
  return (
    <li className={styles.line}>
      <span>
        <Go to={paths.pollDraft(municipality, draft.draft)}>{name}</Go>
        <span className={styles.small}>
          {say("draft.saved")} <Ago at={draft.savedAt} />
          {unjudged > 0 && ` · ${say("warn.unjudged", { count: unjudged })}`}
        </span>
      </span>
      <Button
        appearance="subtle"
        icon={<Icon name="cross" size={18} />}
        aria-label={say("draft.discard", { name })}
        onClick={async () => {
          await pollingApi.discardPollDraft(draft.draft);
          await queries.invalidateQueries({ queryKey: pollingKeys.drafts });
        }}
      />
    </li>
  );
}

/** The polls on the officer's desk: what waits in them, what is planned, and what is still being made. */
export function DeskPolls({ municipality }: { municipality: string }) {
  const say = useText("polling");
  const desk = useQuery({ queryKey: pollingKeys.desk, queryFn: () => pollingApi.desk(), refetchInterval: 60_000 });
  const drafts = useQuery({ queryKey: pollingKeys.drafts, queryFn: () => pollingApi.pollDrafts(), staleTime: 0 });
  const polls = [...(desk.data?.polls ?? [])].sort((one, other) => Number(other.tasks.length > 0) - Number(one.tasks.length > 0));
  const fault = desk.error ?? drafts.error;
  return (
    <Section
      title={say("desk.polls")}
      deed={
        <GoButton to={paths.startPoll(municipality)} icon={<Icon name="plus" size={18} />}>
          {say("title")}
        </GoButton>
      }
    >
      {fault && <ErrorState fault={fault} again={() => void Promise.all([desk.refetch(), drafts.refetch()])} />}
      {desk.data && polls.length === 0 && <p>{say("desk.polls.none")}</p>}
      <ul className={styles.list}>
        {polls.map((poll) => (
          <Poll key={poll.poll} municipality={municipality} poll={poll} />
        ))}
      </ul>
      {drafts.data && drafts.data.drafts.length > 0 && (
        <>
          <h3>{say("desk.drafts")}</h3>
          <ul className={styles.list}>
            {drafts.data.drafts.map((draft) => (
              <Draft key={draft.draft} municipality={municipality} draft={draft} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
