import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import type { LedMeetingsView, LedShow } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { ChoicePills } from "../kit/choice-pills.tsx";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Medium } from "../kit/layout.tsx";
import { mergePages } from "../kit/merge-pages.ts";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { WayBack } from "../kit/way-back.tsx";
import { useText } from "../language.ts";
import { ForOfficers } from "../reach/for-officers.tsx";
import { KernChoice, useChosenKern } from "../reach/kern-choice.tsx";
import styles from "./led-page.module.css";
import { LedRow } from "./led-row.tsx";
import { showIn, shown, wordOf } from "./led-show.ts";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";
import { idOf, Months } from "./months.tsx";

/** What is to come, has been, or still lacks minutes, each with how many; the choice stands in the address. */
function ShowChoice({ counts, show }: { counts: LedMeetingsView["counts"]; show: LedShow }) {
  const say = useText("meetings");
  const router = useRouter();
  const choose = (to: LedShow) =>
    void router.navigate({
      to: ".",
      search: (before: Record<string, unknown>) => ({ ...before, toon: wordOf(to) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <ChoicePills
      legend={say("led.show")}
      pills={shown.map((value) => ({
        value,
        label: say(`led.show.${value}`),
        count: counts[value],
        ...(value === "without-minutes" && counts[value] > 0 && { icon: <Icon name="alert" size={16} /> }),
      }))}
      value={show}
      onChoose={choose}
    />
  );
}

function Led({ me }: { me: MeView }) {
  const say = useText("meetings");
  const kern = useChosenKern();
  const { toon }: Record<string, string | undefined> = useSearch({ strict: false });
  const filter = { kern, show: showIn(toon) };
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: meetingKeys.led(filter),
      queryFn: ({ pageParam }) => meetingsApi.led(filter, pageParam),
      initialPageParam: "",
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    });
  const pages = data?.pages ?? [];
  const view = pages.at(-1);
  return (
    <Medium>
      <WayBack to={paths.desk(me.municipality)}>{say("led.desk")}</WayBack>
      <PageHeading>{say("led")}</PageHeading>
      <p className={styles.intro}>{say("led.intro")}</p>
      {!view && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={6} />)}
      {view && (
        <>
          <KernChoice kernen={view.kernen} />
          <ShowChoice counts={view.counts} show={filter.show} />
          {isPlaceholderData ? (
            <ListSkeleton rows={6} />
          ) : (
            <Months
              name={JSON.stringify(filter)}
              meetings={mergePages(
                pages.map((page) => page.meetings),
                idOf,
              )}
              loading={isFetching}
              more={hasNextPage ? { fetch: () => void fetchNextPage(), busy: isFetchingNextPage } : null}
              none={<EmptyState title={say(`led.none.${filter.show}`)}>{say(`led.none.${filter.show}.body`)}</EmptyState>}
            >
              {(meeting) => (
                <LedRow
                  key={meeting.meeting}
                  municipality={me.municipality}
                  meeting={meeting}
                  withKern={kern === "" && view.kernen.length > 1}
                />
              )}
            </Months>
          )}
        </>
      )}
    </Medium>
  );
}

/** The meetings of all kernen of an officer in one list, and where minutes are still missing. */
export function LedPage() {
  const say = useText("meetings");
  return <ForOfficers title={say("led")}>{(me) => <Led me={me} />}</ForOfficers>;
}
