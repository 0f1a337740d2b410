import { useInfiniteQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go, GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Medium } from "../kit/layout.tsx";
import { mergePages } from "../kit/merge-pages.ts";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { keepsOrder } from "../polling/roles.ts";
import { SignedIn } from "../session.tsx";
import styles from "./agenda.module.css";
import { FollowCalendar } from "./follow-calendar.tsx";
import { MeetingRow } from "./meeting-row.tsx";
import { type MeetingsFilter, meetingKeys, meetingsApi, type When } from "./meetings-api.ts";
import { idOf, Months } from "./months.tsx";
import { useNew } from "./use-new.ts";

function Listed({ me, filter }: { me: MeView; filter: MeetingsFilter }) {
  const say = useText("meetings");
  const isNew = useNew(filter.kern);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage } = useInfiniteQuery({
    queryKey: meetingKeys.list(filter),
    queryFn: ({ pageParam }) => meetingsApi.list(filter, pageParam),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton />;
  return (
    <Months
      name={JSON.stringify(filter)}
      meetings={mergePages(
        data.pages.map((page) => page.meetings),
        idOf,
      )}
      loading={isFetching}
      more={hasNextPage ? { fetch: () => void fetchNextPage(), busy: isFetchingNextPage } : null}
      none={<EmptyState title={say(`list.none.${filter.when}`)}>{say(`list.none.${filter.when}.body`)}</EmptyState>}
    >
      {(meeting) => <MeetingRow key={meeting.meeting} municipality={me.municipality} meeting={meeting} isNew={isNew(meeting)} />}
    </Months>
  );
}

function Agenda({ me, when }: { me: MeView; when: When }) {
  const say = useText("meetings");
  const { kern: slug = "" } = useParams({ strict: false });
  const kern = useKern(me.municipality, slug);
  const name = kern?.name ?? "";
  const title = say(`list.${when}`, { kern: name });
  return (
    <Medium>
      <Strip municipality={me.municipality} kern={slug} name={name} silhouette={kern?.silhouette} />
      <div className={styles.head}>
        <PageHeading>{title}</PageHeading>
        {when === "upcoming" && keepsOrder(me, slug) && (
          <GoButton to={paths.newMeeting(me.municipality, slug)} appearance="primary" icon={<Icon name="plus" size={18} />}>
            {say("plan")}
          </GoButton>
        )}
      </div>
      <Listed me={me} filter={{ kern: slug, when, limit: 20 }} />
      <p className={styles.other}>
        {when === "upcoming" ? (
          <Go to={paths.pastMeetings(me.municipality, slug)}>{say("list.toPast")}</Go>
        ) : (
          <Go to={paths.meetings(me.municipality, slug)}>{say("list.toUpcoming")}</Go>
        )}
      </p>
      {when === "upcoming" && kern && <FollowCalendar kern={kern} />}
    </Medium>
  );
}

/** The meetings of a kern that are coming, by month, soonest first. */
export function AgendaPage() {
  return <SignedIn>{(me) => <Agenda me={me} when="upcoming" />}</SignedIn>;
}

/** Those that have been, latest first, with their minutes. */
export function PastPage() {
  return <SignedIn>{(me) => <Agenda me={me} when="past" />}</SignedIn>;
}
