import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { useKern } from "../kernen/use-kern.ts";
import { Box } from "../kit/box.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { Go, GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Broad, Narrow } from "../kit/layout.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { PosterBox } from "../kit/poster-box.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { Background, NextStepsTold } from "./background.tsx";
import { hasPlans } from "./ballot-of.ts";
import { barrierOf, canBringOver } from "./barrier.ts";
import { keptBallot, orderSeed } from "./device.ts";
import { HelperLinks } from "./helper-links.tsx";
import { useOptionLabel } from "./option-label.ts";
import { shuffled } from "./own-order.ts";
import { PlanRead } from "./plan-facts.tsx";
import { PlanList } from "./plan-list.tsx";
import styles from "./poll-page.module.css";
import { OwnNumber } from "./receipt.tsx";
import { Result } from "./result.tsx";
import { Secrecy } from "./secrecy.tsx";
import { usePoll } from "./use-poll.ts";

/** What this person can do in an open poll, or why nothing. */
function Deed({ poll }: { poll: PollView }) {
  const say = useText("voting");
  const kept = keptBallot(poll.poll);
  const barrier = barrierOf(poll, kept !== null);
  const booth = paths.booth(poll.municipality, poll.poll);
  const pass = poll.level === 2 && poll.hasVoted && kept !== null && kept.receipts.length === 0;
  if (barrier && barrier !== "planned" && barrier !== "closed")
    return (
      <Box title={say(`barred.${barrier}`)}>
        <p>{say(`barred.${barrier}.body`)}</p>
        {canBringOver(barrier) && <GoButton to={booth}>{say("bring")}</GoButton>}
        {barrier === "letter-needed" && (
          <GoButton to={paths.letterCode(poll.municipality, poll.poll)}>{say("barred.letter")}</GoButton>
        )}
      </Box>
    );
  if (poll.hasVoted && !pass)
    return (
      <Box title={say("state.voted")}>
        <p>{say(poll.level === 0 ? "voted.change.open" : "voted.change")}</p>
        <GoButton to={booth}>{say("voted.change.deed")}</GoButton>
        <OwnNumber poll={poll} />
      </Box>
    );
  return (
    <Box title={say("asked")} tone="asked">
      {poll.level === 2 && <p>{say(pass ? "pass.here" : "pass.first")}</p>}
      <GoButton to={booth} appearance="primary" size="large">
        {say("vote")}
      </GoButton>
    </Box>
  );
}

/** The roll says so; whether it is true, only she knows. */
function HelpedNote({ poll, contact }: { poll: PollView; contact: KernHomeView["contact"] | undefined }) {
  const say = useText("voting");
  if (!poll.votedWithHelp) return null;
  return (
    <p>
      {say("voted.help")} {contact && say("voted.help.call", { name: contact.name, phone: contact.phone })}
    </p>
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
  const plans = useMemo(() => shuffled(poll.form, poll.options, orderSeed(poll.poll)), [poll.form, poll.options, poll.poll]);
  return (
    <section className={styles.options}>
      <h2>{say("options")}</h2>
      <PlanList poll={poll} plans={plans}>
        {(plan) => <PlanRead poll={poll} plan={plan} label={label(plan)} />}
      </PlanList>
    </section>
  );
}

function Shown({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("voting");
  const kern = useKern(me.municipality, poll.kern);
  const Page = hasPlans(poll) ? Broad : Narrow;
  return (
    <Page>
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
      {poll.state === "open" && <Deed poll={poll} />}
      <HelpedNote poll={poll} contact={kern?.contact} />
      {poll.state === "closed" ? <Result poll={poll} /> : <Options poll={poll} />}
      <NextStepsTold poll={poll} />
      <Background poll={poll} />
      <Turnout poll={poll} />
      <HelperLinks me={me} poll={poll} />
      {poll.extensions.map(({ closesAt, reason }) => (
        <p key={closesAt}>
          {say("extended")} <Exactly at={closesAt} />. {reason}
        </p>
      ))}
      {poll.state === "closed" && <OwnNumber poll={poll} />}
      <Secrecy poll={poll} />
      {poll.state !== "closed" && <PosterBox about={{ poll: poll.poll }} />}
      {poll.state !== "planned" && (
        <p>
          <Go to={paths.hall(me.municipality, poll.poll)}>{say("hall")}</Go>
        </p>
      )}
      {poll.frozenHash && (
        <details className={styles.frozen}>
          <summary>{say("frozen")}</summary>
          <p>{say("frozen.body")}</p>
          <code>{poll.frozenHash}</code>
        </details>
      )}
    </Page>
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
