import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
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
import { keptBallot } from "./use-ballot.ts";
import { usePoll } from "./use-poll.ts";

function Voting({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("voting");
  useKern(me.municipality, poll.kern);
  // Looked at once: after casting, the booth shows the receipt and not that one has voted.
  const [barrier] = useState(() => barrierOf(poll, keptBallot(poll.poll) !== null));
  return (
    <>
      <header className={styles.top}>
        <p>
          <span>{say("booth", { kern: poll.kernName })}</span>
          <strong>
            <Left until={poll.closesAt} />
          </strong>
        </p>
        <Go to={paths.poll(me.municipality, poll.poll)} className={styles.leave}>
          <Icon name="cross" size={18} />
          {say("booth.leave")}
        </Go>
      </header>
      {barrier ? <Barred me={me} poll={poll} barrier={barrier} /> : <BoothSteps me={me} poll={poll} />}
    </>
  );
}

function Booth({ me }: { me: MeView }) {
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = usePoll(id);
  if (data) return <Voting me={me} poll={data} />;
  return (
    <div className={styles.paper}>
      {error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}
    </div>
  );
}

/** The voting booth: the whole window, no navigation, one question. */
export function BoothPage() {
  return (
    <div className={styles.booth}>
      <OfflineBar />
      <Announcer />
      <main className={styles.main}>
        <SignedIn>{(me) => <Booth me={me} />}</SignedIn>
      </main>
    </div>
  );
}
