import { useQuery } from "@tanstack/react-query";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingSummary } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Section } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { askedOf, invitationsIn } from "./asked.ts";
import { AskedList } from "./asked-list.tsx";
import { invitationsQuery, mineQuery, pollsQuery } from "./home-queries.ts";
import styles from "./kern-page.module.css";

interface WhatIsAskedProps {
  me: MeView;
  kern: KernHomeView;
  /** Meetings she answered while she looked, as they stood then. */
  answered: readonly MeetingSummary[];
  onAnswered: (meeting: MeetingSummary) => void;
}

/** The first thing one sees: open questions, and below them the standing one: have you an idea? */
export function WhatIsAsked({ me, kern, answered, onAnswered }: WhatIsAskedProps) {
  const say = useText("kernen");
  const polls = useQuery({ ...pollsQuery(kern.kern), refetchInterval: 60_000 });
  const mine = useQuery(mineQuery(kern.kern));
  const invitations = useQuery(invitationsQuery);
  const meetings = invitationsIn(kern.kern, invitations.data?.meetings ?? [], answered);
  const items = polls.data && !invitations.isLoading ? askedOf(polls.data.polls, mine.data?.proposals ?? [], meetings) : null;
  const member = me.kernen.some((each) => each.kern === kern.kern);
  return (
    <Section title={say("asked.title")}>
      {items === null && !polls.error && <ListSkeleton rows={1} />}
      {items === null && polls.error && <ErrorState fault={polls.error} again={() => void polls.refetch()} />}
      {items?.length === 0 && <EmptyState title={say("asked.none")}>{say("asked.none.body")}</EmptyState>}
      {items && items.length > 0 && <AskedList municipality={me.municipality} items={items} onAnswered={onAnswered} />}
      {member && (
        <div className={styles.idea}>
          <Icon name="pencil" size={24} />
          <p>
            <strong>{say("idea", { kern: kern.name })}</strong>
            {say("idea.body")}
          </p>
          <GoButton to={paths.newProposal(me.municipality, kern.kern)}>{say("idea.deed")}</GoButton>
        </div>
      )}
    </Section>
  );
}
