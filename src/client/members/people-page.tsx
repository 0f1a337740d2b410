import { Button, Field, Input, Select, Spinner } from "@fluentui/react-components";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { GuestState, MeView, PeopleView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { ChoicePills } from "../kit/choice-pills.tsx";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Narrow, Sheet, Wide } from "../kit/layout.tsx";
import { mergePages } from "../kit/merge-pages.ts";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useSettled } from "../kit/use-settled.ts";
import { WayBack } from "../kit/way-back.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import styles from "./people.module.css";
import { type PeopleFilter, peopleApi, peopleKeys } from "./people-api.ts";
import { PersonRow, signs } from "./person-row.tsx";

type Choice = Required<Pick<PeopleFilter, "kern" | "state" | "q">>;

/** The choice stands in the address, so that a link or "back" shows the same people. */
function useChoice(): [Choice, (change: Partial<Choice>) => void] {
  const router = useRouter();
  const { kern = "", state = "", q = "" }: Record<string, string | undefined> = useSearch({ strict: false });
  const choice = { kern, state, q };
  return [
    choice,
    (change) => void router.navigate({ to: ".", search: { ...choice, ...change }, replace: true, resetScroll: false }),
  ];
}

function Chooser({ view, choice, choose }: { view: PeopleView; choice: Choice; choose: (change: Partial<Choice>) => void }) {
  const say = useText("members");
  const [typed, setTyped] = useState(choice.q);
  const settled = useSettled(typed.trim(), 400);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed may change the address, not the other way round
  useEffect(() => {
    if (settled !== choice.q) choose({ q: settled });
  }, [settled]);
  return (
    <search className={styles.choice}>
      <Field label={say("people.search")}>
        <Input
          type="search"
          contentBefore={<Icon name="search" size={18} />}
          value={typed}
          onChange={(_, to) => setTyped(to.value)}
        />
      </Field>
      {view.kernen.length > 1 && (
        <Field label={say("people.kern")}>
          <Select value={choice.kern} onChange={(_, to) => choose({ kern: to.value })}>
            <option value="">{say("people.kern.all")}</option>
            {view.kernen.map(({ kern, name, members }) => (
              <option key={kern} value={kern}>
                {name} ({members})
              </option>
            ))}
          </Select>
        </Field>
      )}
    </search>
  );
}

/** How many there are of each state, which is also the way to see only those. */
function States({ view, choice, choose }: { view: PeopleView; choice: Choice; choose: (change: Partial<Choice>) => void }) {
  const say = useText("members");
  const all = Object.values(view.counts).reduce((sum, count) => sum + count, 0);
  const shown = guestStates.filter((state) => view.counts[state] > 0 || state === choice.state);
  return (
    <ChoicePills
      legend={say("people.state")}
      pills={[
        { value: "", label: say("people.state.all"), count: all },
        ...shown.map((state) => ({
          value: state,
          label: say(`people.state.${state}`),
          count: view.counts[state],
          icon: <Icon name={signs[state].icon} size={16} />,
        })),
      ]}
      value={choice.state}
      onChoose={(state) => choose({ state })}
    />
  );
}

/** Every state there is, in the order of its signs. */
const guestStates = Object.keys(signs) as GuestState[];

/** Told long before a team can hold nobody more. */
function Filling({ view }: { view: PeopleView }) {
  const say = useText("members");
  const filling = view.kernen.filter(({ fills }) => fills !== "fine");
  return filling.map(({ kern, name, members, most, fills }) => (
    <p key={kern} className={styles.filling}>
      <Icon name="alert" size={18} />
      {say(`people.fills.${fills === "full" ? "full" : "soon"}`, { name, members, most })}
    </p>
  ));
}

function People({ me }: { me: MeView }) {
  const say = useText("members");
  const [choice, choose] = useChoice();
  const filter = { kern: choice.kern, state: choice.state, q: choice.q };
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: peopleKeys.list(filter),
    queryFn: ({ pageParam }) => peopleApi.people({ ...filter, cursor: pageParam }),
    initialPageParam: "",
    getNextPageParam: (last) => last.cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const view = data?.pages.at(-1);
  const rows = mergePages(
    (data?.pages ?? []).map(({ people }) => people),
    ({ person, kern }) => `${person} ${kern}`,
  );
  const invite = (
    <GoButton to={paths.invitePeople(me.municipality)} appearance="primary" icon={<Icon name="plus" size={18} />}>
      {say("people.invite")}
    </GoButton>
  );
  return (
    <Wide>
      <WayBack to={paths.desk(me.municipality)}>{say("people.desk")}</WayBack>
      <div className={styles.head}>
        <PageHeading>{say("people")}</PageHeading>
        {invite}
      </div>
      {!view && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={8} />)}
      {view && (
        <>
          <Filling view={view} />
          <Chooser view={view} choice={choice} choose={choose} />
          <States view={view} choice={choice} choose={choose} />
          {rows.length === 0 ? (
            <EmptyState title={say(choice.q || choice.state ? "people.none.found" : "people.none")}>
              {say(choice.q || choice.state ? "people.none.found.body" : "people.none.body")}
            </EmptyState>
          ) : (
            <Sheet>
              <ul className={styles.rows}>
                {rows.map((row) => (
                  <PersonRow key={`${row.person} ${row.kern}`} row={row} withKern={view.kernen.length > 1 && !choice.kern} />
                ))}
              </ul>
            </Sheet>
          )}
          {hasNextPage && (
            <div className={styles.next}>
              <Button onClick={() => void fetchNextPage()} icon={isFetchingNextPage ? <Spinner size="tiny" /> : undefined}>
                {say("people.next")}
              </Button>
            </div>
          )}
        </>
      )}
    </Wide>
  );
}

/** Everybody of an officer's kernen: how far each is, since when, and what helps. */
export function PeoplePage() {
  const say = useText("members");
  return (
    <SignedIn>
      {(me) =>
        me.can.moderate ? (
          <People me={me} />
        ) : (
          <Narrow>
            <PageHeading>{say("people")}</PageHeading>
            <EmptyState title={say("people.notYours")}>{say("people.notYours.body")}</EmptyState>
          </Narrow>
        )
      }
    </SignedIn>
  );
}
