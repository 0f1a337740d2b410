import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollState, PollSummary } from "../../voting/contract.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Medium, Section } from "../kit/layout.tsx";
import { setServerClock } from "../kit/server-clock.ts";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import { PollCard } from "./poll-card.tsx";
import styles from "./polls-page.module.css";

const order: PollState[] = ["open", "planned", "closed"];

/** Running ones by what closes first, coming ones by what opens first, past ones the latest first. */
function sorted(polls: PollSummary[], state: PollState): PollSummary[] {
  const of = polls.filter((poll) => poll.state === state);
  if (state === "planned") return of.sort((one, other) => one.opensAt.localeCompare(other.opensAt));
  if (state === "open") return of.sort((one, other) => one.closesAt.localeCompare(other.closesAt));
  return of.sort((one, other) => other.closesAt.localeCompare(one.closesAt));
}

async function pollsOf(kern: string) {
  const view = await api.polls(kern);
  setServerClock(view.serverTime);
  return view;
}

function Polls({ me }: { me: MeView }) {
  const say = useText("voting");
  const { kern: slug = "" } = useParams({ strict: false });
  const kern = useKern(me.municipality, slug);
  const { data, error, refetch } = useQuery({
    queryKey: keys.polls(slug),
    queryFn: () => pollsOf(slug),
    refetchInterval: 60_000,
  });
  const mayOpen = me.can.moderate;
  return (
    <Medium>
      <Strip municipality={me.municipality} kern={slug} name={kern?.name ?? ""} silhouette={kern?.silhouette} />
      <div className={styles.head}>
        <PageHeading>{say("polls", { kern: kern?.name ?? "" })}</PageHeading>
        {mayOpen && (
          <GoButton to={paths.newPoll(me.municipality, slug)} icon={<Icon name="plus" size={18} />}>
            {say("polls.new")}
          </GoButton>
        )}
      </div>
      {!data && !error && <ListSkeleton />}
      {!data && error && <ErrorState fault={error} again={() => void refetch()} />}
      {data?.polls.length === 0 && <EmptyState title={say("polls.none")}>{say("polls.none.body")}</EmptyState>}
      {data &&
        order
          .map((state) => ({ state, polls: sorted(data.polls, state) }))
          .filter(({ polls }) => polls.length > 0)
          .map(({ state, polls }) => (
            <Section key={state} title={say(`polls.${state}`)}>
              <ul className={styles.list}>
                {polls.map((poll) => (
                  <PollCard key={poll.poll} municipality={me.municipality} poll={poll} />
                ))}
              </ul>
            </Section>
          ))}
    </Medium>
  );
}

/** The polls of a kern: running, coming, past. */
export function PollsPage() {
  return <SignedIn>{(me) => <Polls me={me} />}</SignedIn>;
}
