import { useQuery } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Beside, Section, Sheet } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { MyMeetings } from "../meetings/my-meetings.tsx";
import { ProposalRow } from "../proposals/proposal-row.tsx";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import { About } from "./me-about.tsx";
import styles from "./members.module.css";
import { MyData } from "./my-data.tsx";
import { MyMails } from "./my-mails.tsx";
import { MyVotes } from "./my-votes.tsx";
import { MyWords } from "./my-words.tsx";

/** Everything I wrote, in every state. */
function Mine({ me }: { me: MeView }) {
  const say = useText("members");
  const filter = { show: "mine" as const, limit: 50 };
  const { data, error, refetch } = useQuery({ queryKey: keys.proposals(filter), queryFn: () => api.proposals(filter) });
  const own = me.kernen[0];
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={3} />;
  if (data.proposals.length === 0) {
    const deed = own && <GoButton to={paths.newProposal(me.municipality, own.kern)}>{say("me.propose")}</GoButton>;
    return (
      <EmptyState title={say("me.none")} deed={deed}>
        {say("me.none.body")}
      </EmptyState>
    );
  }
  return (
    <Sheet>
      <ul className={styles.rows}>
        {data.proposals.map((proposal) => (
          <ProposalRow
            key={proposal.proposal}
            municipality={me.municipality}
            proposal={proposal}
            withState
            withKern={me.kernen.length > 1}
          />
        ))}
      </ul>
    </Sheet>
  );
}

/** My things: what I wrote and said, in which polls I voted, what is kept of me, and how I am known. */
export function MePage() {
  const say = useText("members");
  return (
    <SignedIn>
      {(me) => (
        <Beside aside={<About me={me} />}>
          <PageHeading className={styles.name} title={say("me")}>
            {me.name}
          </PageHeading>
          <Section title={say("me.mine")}>
            <Mine me={me} />
          </Section>
          <MyMeetings me={me} />
          <MyWords me={me} />
          <MyVotes me={me} />
          <MyMails me={me} />
          <MyData me={me} />
        </Beside>
      )}
    </SignedIn>
  );
}
