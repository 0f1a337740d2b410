import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { MeView } from "../../members/contract.ts";
import type { ProposalView } from "../../proposals/contract.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Narrow, Wide } from "../kit/layout.tsx";
import { PosterBox } from "../kit/poster-box.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { MeetingsAbout } from "../meetings/meetings-about.tsx";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import { AuthorBox } from "./author-box.tsx";
import { Discussion } from "./discussion.tsx";
import { History } from "./history.tsx";
import { OfficerBox } from "./officer-box.tsx";
import { PollBox } from "./poll-box.tsx";
import styles from "./proposal-page.module.css";
import { ProposalText } from "./proposal-text.tsx";
import { SupportBox } from "./support-box.tsx";
import { TreatmentBox } from "./treatment-box.tsx";

function Shown({ me, proposal }: { me: MeView; proposal: ProposalView }) {
  const kern = useKern(me.municipality, proposal.kern);
  const { data: polls } = useQuery({ queryKey: keys.polls(proposal.kern), queryFn: () => api.polls(proposal.kern) });
  const about = (polls?.polls ?? []).filter((poll) => poll.proposal === proposal.proposal);
  const decides = proposal.can.publish || proposal.can.return || proposal.can.refuse;
  const talked = proposal.publishedAt !== null;
  return (
    <Wide>
      <Strip municipality={me.municipality} kern={proposal.kern} name={proposal.kernName} silhouette={kern?.silhouette} />
      <div className={styles.columns}>
        <article className={styles.text}>
          <ProposalText proposal={proposal} polls={about} kern={kern} />
        </article>
        <div className={styles.deeds}>
          {proposal.mine && <AuthorBox municipality={me.municipality} proposal={proposal} contact={kern?.contact} />}
          {decides && <OfficerBox proposal={proposal} />}
          {proposal.can.openPoll && <TreatmentBox municipality={me.municipality} proposal={proposal} />}
          {about.map((poll) => (
            <PollBox key={poll.poll} municipality={me.municipality} poll={poll} />
          ))}
          {talked && <MeetingsAbout municipality={me.municipality} proposal={proposal.proposal} />}
          {talked && <SupportBox proposal={proposal} />}
        </div>
      </div>
      {talked && <Discussion proposal={proposal} />}
      {proposal.state === "published" && <PosterBox about={{ proposal: proposal.proposal }} />}
      <History proposal={proposal} />
    </Wide>
  );
}

function Proposal({ me }: { me: MeView }) {
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({ queryKey: keys.proposal(id), queryFn: () => api.proposal(id) });
  if (data) return <Shown me={me} proposal={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

/** One proposal: its story, its text, who supports it, what is said about it. */
export function ProposalPage() {
  return <SignedIn>{(me) => <Proposal me={me} />}</SignedIn>;
}
