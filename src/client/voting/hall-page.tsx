import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { paths } from "../../shared/links.ts";
import { timeOfDay } from "../../shared/time.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import styles from "./hall.module.css";
import { LazyQr } from "./lazy-qr.tsx";
import { useOptionLabel } from "./option-label.ts";
import { sharesOf } from "./shares.ts";
import { usePublicPoll } from "./use-poll.ts";
import { Verdict } from "./verdict.tsx";

/** In the last hour every second counts: "09:41". */
const ticksFrom = 3_600_000;

function Countdown({ until }: { until: string }) {
  const left = () => Math.max(0, Date.parse(until) - serverNow());
  const [milliseconds, setMilliseconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setMilliseconds(Math.max(0, Date.parse(until) - serverNow())), 1000);
    return () => clearInterval(timer);
  }, [until]);
  if (milliseconds >= ticksFrom) return <Left until={until} />;
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, "0");
  return (
    <time dateTime={until}>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </time>
  );
}

function Voting({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  const byLetter = poll.electorate.assurance === "letter";
  const path = (byLetter ? paths.letterCode : paths.booth)(poll.municipality, poll.poll);
  return (
    <div className={styles.voting}>
      <div className={styles.code}>
        <LazyQr text={window.location.origin + path} label={say("hall.qr")} />
        <p>
          <Go to={path}>{say("hall.vote")}</Go>
        </p>
      </div>
      <div className={styles.figures}>
        <p className={styles.countdown}>
          <Countdown until={poll.closesAt} />
        </p>
        <p>
          {say("when.open")} <Exactly at={poll.closesAt} />
        </p>
        {poll.rollSize !== null && (
          <p className={styles.turnout}>
            {poll.turnout === null
              ? say("turnout.few", { roll: poll.rollSize })
              : say("turnout", { voters: poll.turnout, roll: poll.rollSize })}
          </p>
        )}
      </div>
    </div>
  );
}

/** The options one after the other, the last first, so that a hall reads along; at once for who wants no motion. */
function Revealed({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  const label = useOptionLabel();
  const { tally } = poll;
  if (!tally) return <p className={styles.countdown}>{say(poll.waitsForPaper ? "result.paper" : "result.counting")}</p>;
  const rows = sharesOf(tally).sort((one, other) => other.votes - one.votes);
  return (
    <>
      <Verdict poll={poll} tally={tally} />
      <ol className={styles.bars} data-many={rows.length > 6}>
        {rows.slice(0, 10).map((row, at) => (
          <li key={row.option} data-leading={row.leading} style={{ animationDelay: `${at * 0.3}s` }}>
            <span>{label(row)}</span>
            <svg aria-hidden="true">
              <rect width={`${row.length * 100}%`} height="100%" rx="6" fill="currentColor" />
            </svg>
            <strong>{row.votes}</strong>
          </li>
        ))}
      </ol>
      <p>{say("result.turnout", { voters: tally.voters, roll: tally.rollSize })}</p>
      <p>
        <Go to={paths.poll(poll.municipality, poll.poll)}>{say("hall.more")}</Go>
      </p>
    </>
  );
}

/** The big screen of a meeting hall: question, code, countdown and turnout, then the result. It needs nobody to touch it. */
export function HallPage() {
  const say = useText("voting");
  const { gemeente = "", id = "" } = useParams({ strict: false });
  const { data: poll, error, dataUpdatedAt, isRefetchError, refetch } = usePublicPoll(gemeente, id, true);
  return (
    <main className={styles.hall}>
      {!poll && (error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />)}
      {poll && (
        <>
          <p className={styles.kern}>{poll.kernName}</p>
          <PageHeading>{poll.question}</PageHeading>
          {poll.state === "planned" && (
            <p className={styles.countdown}>
              {say("when.planned")} <Exactly at={poll.opensAt} />
            </p>
          )}
          {poll.state === "open" && <Voting poll={poll} />}
          {poll.state === "closed" && <Revealed poll={poll} />}
          <p role="status" className={styles.lost}>
            {isRefetchError && say("hall.lost", { time: timeOfDay(new Date(dataUpdatedAt)) })}
          </p>
        </>
      )}
    </main>
  );
}
