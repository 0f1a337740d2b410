import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { paths } from "../../shared/links.ts";
import type { PollView, PublicPollView } from "../../voting/contract.ts";
import { useKern } from "../kernen/use-kern.ts";
import { Announcer } from "../kit/announce.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Left } from "../kit/moment.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { OfflineBar } from "../shell/offline-bar.tsx";
import { Barred } from "./barred.tsx";
import { barrierOf } from "./barrier.ts";
import styles from "./booth.module.css";
import { BoothSteps } from "./booth-steps.tsx";
import { type Brought, bringOver } from "./bring-over.tsx";
import { keptBallot } from "./device.ts";
import { usePoll } from "./use-poll.ts";

/** The whole window, with nothing in it but the vote and the way out. */
export function BoothWindow({ children }: { children: ReactNode }) {
  return (
    <div className={styles.booth}>
      <OfflineBar />
      <Announcer />
      <main className={styles.main}>{children}</main>
    </div>
  );
}

/** Whose poll, how long still, and the way out. */
export function BoothTop({ poll, leaveTo }: { poll: PublicPollView; leaveTo: string }) {
  const say = useText("voting");
  useKern(poll.municipality, poll.kern);
  return (
    <header className={styles.top}>
      <p>
        <span>{say("booth", { kern: poll.kernName })}</span>
        <strong>
          <Left until={poll.closesAt} />
        </strong>
      </p>
      <Go to={leaveTo} className={styles.leave}>
        <Icon name="cross" size={18} />
        {say("booth.leave")}
      </Go>
    </header>
  );
}

function Voting({ poll, brought }: { poll: PollView; brought: Brought | null }) {
  const say = useText("voting");
  const look = () => barrierOf(poll, keptBallot(poll.poll) !== null);
  // Looked at once: after casting, the booth shows the receipt and not that one has voted.
  const [barrier, setBarrier] = useState(look);
  return (
    <>
      <BoothTop poll={poll} leaveTo={paths.poll(poll.municipality, poll.poll)} />
      {brought && brought !== "brought" && (
        <p role="alert" className={styles.notice}>
          <Icon name="info" />
          {say(`bring.${brought}`)}
        </p>
      )}
      {barrier ? (
        <Barred poll={poll} barrier={barrier} again={() => setBarrier(look())} />
      ) : (
        <BoothSteps poll={poll} by={{ by: "account" }} age={poll.ageToDeclare} onElsewhere={() => setBarrier("pass-elsewhere")} />
      )}
    </>
  );
}

function Booth({ brought }: { brought: Brought | null }) {
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = usePoll(id);
  if (data) return <Voting poll={data} brought={brought} />;
  return (
    <div className={styles.paper}>
      {error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}
    </div>
  );
}

/** Takes a store code out of the address, before signing in could lose it. */
function useBrought(poll: string): Brought | null {
  const [brought] = useState(() => {
    const code = new URLSearchParams(window.location.hash.slice(1)).get("bewaarcode");
    return code ? bringOver(poll, code) : null;
  });
  useEffect(() => {
    if (brought) window.history.replaceState(window.history.state, "", window.location.pathname);
  }, [brought]);
  return brought;
}

/** The voting booth for who is signed in: no navigation, one question. */
export function BoothPage() {
  const { id = "" } = useParams({ strict: false });
  const brought = useBrought(id);
  return (
    <BoothWindow>
      <SignedIn>{() => <Booth brought={brought} />}</SignedIn>
    </BoothWindow>
  );
}
