import { useParams } from "@tanstack/react-router";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { useKern } from "../kernen/use-kern.ts";
import { Box } from "../kit/box.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { Go, GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { barrierOf } from "./barrier.ts";
import { useOptionLabel } from "./option-label.ts";
import styles from "./poll-page.module.css";
import { Result } from "./result.tsx";
import { Secrecy } from "./secrecy.tsx";
import { keptBallot } from "./use-ballot.ts";
import { usePoll } from "./use-poll.ts";

/** What this person can do in an open poll, or why nothing. */
function Deed({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("voting");
  const barrier = barrierOf(poll, keptBallot(poll.poll) !== null);
  if (barrier === "not-on-roll") return <Box title={say("barred.not-on-roll")}>{say("barred.not-on-roll.body")}</Box>;
  if (barrier === "voted-elsewhere")
    return (
      <Box title={say("state.voted")}>
        <p>{say("barred.voted-elsewhere.body")}</p>
      </Box>
    );
  const booth = paths.booth(me.municipality, poll.poll);
  if (poll.hasVoted)
    return (
      <Box title={say("state.voted")}>
        <p>{say("voted.change")}</p>
        <GoButton to={booth}>{say("voted.change.deed")}</GoButton>
      </Box>
    );
  return (
    <Box title={say("asked")} tone="asked">
      <GoButton to={booth} appearance="primary" size="large">
        {say("vote")}
      </GoButton>
    </Box>
  );
}

function Turnout({ poll }: { poll: PollView }) {
  const say = useText("voting");
  if (poll.state !== "open" || poll.rollSize === null) return null;
  return (
    <p className="numbers">
      {poll.turnout === null
        ? say("turnout.few", { roll: poll.rollSize })
        : say("turnout", { voters: poll.turnout, roll: poll.rollSize })}{" "}
      {say("turnout.hidden")}
    </p>
  );
}

function Options({ poll }: { poll: PollView }) {
  const say = useText("voting");
  const label = useOptionLabel();
  return (
    <section className={styles.options}>
      <h2>{say("options")}</h2>
      <ul>
        {poll.options.map((option) => (
          <li key={option.option}>{label(option)}</li>
        ))}
      </ul>
    </section>
  );
}

function Shown({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("voting");
  const kern = useKern(me.municipality, poll.kern);
  return (
    <Narrow>
      <Strip municipality={me.municipality} kern={poll.kern} name={poll.kernName} silhouette={kern?.silhouette} />
      <div>
        <p className={styles.when}>
          {poll.state === "open" && (
            <strong>
              <Left until={poll.closesAt} />
            </strong>
          )}
          <span>
            {say(`when.${poll.state}`)} <Exactly at={poll.state === "planned" ? poll.opensAt : poll.closesAt} />
          </span>
        </p>
        <PageHeading className={styles.question}>{poll.question}</PageHeading>
      </div>
      {poll.explanation && <Paragraphs text={poll.explanation} />}
      {poll.proposal && (
        <p>
          <Go to={paths.proposal(me.municipality, poll.proposal)}>{say("read.proposal")}</Go>
        </p>
      )}
      {poll.state === "closed" ? <Result poll={poll} /> : <Options poll={poll} />}
      {poll.state === "open" && <Deed me={me} poll={poll} />}
      <Turnout poll={poll} />
      <Secrecy />
      {poll.frozenHash && (
        <details className={styles.frozen}>
          <summary>{say("frozen")}</summary>
          <p>{say("frozen.body")}</p>
          <code>{poll.frozenHash}</code>
        </details>
      )}
    </Narrow>
  );
}

function Poll({ me }: { me: MeView }) {
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = usePoll(id);
  if (data) return <Shown me={me} poll={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

/** One poll: the question, until when, what one can do; afterwards the result. */
export function PollPage() {
  return <SignedIn>{(me) => <Poll me={me} />}</SignedIn>;
}
