import { Button, Spinner } from "@fluentui/react-components";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useRef } from "react";
import type { MeetingSummary } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go, GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Medium, Section, Sheet } from "../kit/layout.tsx";
import { mergePages } from "../kit/merge-pages.ts";
import { NewRows } from "../kit/new-rows.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useHeld } from "../kit/use-held.ts";
import { useLanguage, useText } from "../language.ts";
import { keepsOrder } from "../polling/roles.ts";
import { SignedIn } from "../session.tsx";
import styles from "./agenda.module.css";
import { FollowCalendar } from "./follow-calendar.tsx";
import { MeetingRow } from "./meeting-row.tsx";
import { type MeetingsFilter, meetingKeys, meetingsApi, type When } from "./meetings-api.ts";
import { byMonth, monthInWords } from "./when.ts";

const idOf = ({ meeting }: MeetingSummary): string => meeting;

function Months({ me, filter }: { me: MeView; filter: MeetingsFilter }) {
  const say = useText("meetings");
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage } = useInfiniteQuery({
    queryKey: meetingKeys.list(filter),
    queryFn: ({ pageParam }) => meetingsApi.list(filter, pageParam),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const fresh = mergePages(
    (data?.pages ?? []).map((page) => page.meetings),
    idOf,
  );
  const { rows, waiting, showAll } = useHeld(JSON.stringify(filter), fresh, idOf, isFetching);
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton />;
  if (rows.length === 0)
    return <EmptyState title={say(`list.none.${filter.when}`)}>{say(`list.none.${filter.when}.body`)}</EmptyState>;
  return (
    <>
      <NewRows words={waiting.length > 0 ? say("list.new", { count: waiting.length }) : null} list={list} onShow={showAll} />
      <div ref={list}>
        {byMonth(rows).map(({ key, rows: within }) => (
          <Section key={key} title={monthInWords(within[0]?.startsAt ?? key, language)}>
            <Sheet>
              <ul className={styles.rows}>
                {within.map((meeting) => (
                  <MeetingRow key={meeting.meeting} municipality={me.municipality} meeting={meeting} />
                ))}
              </ul>
            </Sheet>
          </Section>
        ))}
      </div>
      {hasNextPage && (
        <div className={styles.next}>
          <Button onClick={() => void fetchNextPage()} icon={isFetchingNextPage ? <Spinner size="tiny" /> : undefined}>
            {say("list.next")}
          </Button>
        </div>
      )}
    </>
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
      <Months me={me} filter={{ kern: slug, when, limit: 20 }} />
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
