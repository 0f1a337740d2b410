import { Button, Field, Input, Select, Spinner } from "@fluentui/react-components";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import type { ProposalSummary } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import type { ProposalsFilter } from "../kernen/home-questions.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Medium, Sheet } from "../kit/layout.tsx";
import { LongList, type RowPlace } from "../kit/long-list.tsx";
import { mergePages } from "../kit/merge-pages.ts";
import { NewRows } from "../kit/new-rows.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useHeld } from "../kit/use-held.ts";
import { useSettled } from "../kit/use-settled.ts";
import { useText } from "../language.ts";
import { keys, pagesIn } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import styles from "./list-page.module.css";
import { ProposalRow } from "./proposal-row.tsx";

const sorts = ["newest", "most-supported", "most-discussed"] as const;
type Sort = (typeof sorts)[number];
const isSort = (given: unknown): given is Sort => (sorts as readonly unknown[]).includes(given);

const treatments = ["in-treatment", "answered", "done"] as const;
type Treatment = (typeof treatments)[number] | "";
/** In the address. */
const treatmentWords = { "in-treatment": "in-behandeling", answered: "beantwoord", done: "afgerond" } as const;

interface ListChoice {
  q: string;
  sort: Sort;
  /** What the municipality does with them; empty for all. */
  treatment: Treatment;
}

/** Search words, order and filter stand in the address, so that a link or "back" shows the same list. */
function useListChoice(): ListChoice & { choose: (choice: ListChoice) => void } {
  const router = useRouter();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const sort = isSort(search.sort) ? search.sort : "newest";
  const treatment = treatments.find((each) => treatmentWords[each] === search.stand) ?? "";
  const choose = (choice: ListChoice) => {
    const stand = choice.treatment === "" ? "" : treatmentWords[choice.treatment];
    const words = { q: choice.q, sort: choice.sort === "newest" ? "" : choice.sort, stand };
    void router.navigate({ to: ".", search: words, replace: true, resetScroll: false });
  };
  return { q: search.q ?? "", sort, treatment, choose };
}

const firstPage = 20;
/** Who wants more than the first page gets the rest in large pieces, and without pressing again. */
const nextPages = 100;
/** Of a row with two lines of its text, in pixels. */
const rowHeight = 124;

const idOf = ({ proposal }: ProposalSummary): string => proposal;

function Found({ me, filter }: { me: MeView; filter: ProposalsFilter & { kern: string } }) {
  const say = useText("proposals");
  const shell = useText("shell");
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: keys.proposals(filter),
      queryFn: ({ pageParam }) =>
        api.proposals({ ...filter, limit: pageParam === "" ? firstPage : nextPages, cursor: pageParam }),
      initialPageParam: "",
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    });
  const list = useRef<HTMLUListElement>(null);
  const drawRow = useCallback(
    (proposal: ProposalSummary, place: RowPlace) => (
      <ProposalRow municipality={me.municipality} proposal={proposal} heading="h2" place={place} />
    ),
    [me.municipality],
  );
  const fresh = mergePages(
    (data?.pages ?? []).map((page) => page.proposals),
    idOf,
  );
  const { rows, waiting, showAll } = useHeld(JSON.stringify(filter), fresh, idOf, isFetching || isPlaceholderData);
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={6} />;
  const last = data.pages.at(-1);
  const total = last?.total ?? rows.length;
  if (rows.length === 0) {
    if (filter.treatment && !filter.q)
      return <EmptyState title={say("list.none.treatment")}>{say("list.none.treatment.body")}</EmptyState>;
    const deed = <GoButton to={paths.newProposal(me.municipality, filter.kern)}>{say("new")}</GoButton>;
    return (
      <EmptyState title={say(filter.q ? "list.none.found" : "list.none")} deed={deed}>
        {say(filter.q ? "list.none.found.body" : "list.none.body")}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.count} role="status">
        {last?.moreThan ? say("list.more", { count: total }) : say("list.count", { count: total })}
      </p>
      <NewRows
        words={waiting.length > 0 ? shell("proposal.new", { count: waiting.length }) : null}
        list={list}
        onShow={showAll}
      />
      <Sheet>
        <LongList
          name={JSON.stringify(filter)}
          rows={rows}
          idOf={idOf}
          total={last?.moreThan ? -1 : total}
          estimate={rowHeight}
          list={list}
          fetchMore={pagesIn(data) > 1 && hasNextPage && !isFetching ? () => void fetchNextPage() : null}
        >
          {drawRow}
        </LongList>
      </Sheet>
      {hasNextPage && (
        <div className={styles.next}>
          <Button onClick={() => void fetchNextPage()} icon={isFetchingNextPage ? <Spinner size="tiny" /> : undefined}>
            {say(last?.moreThan ? "list.next.uncounted" : "list.next", { shown: rows.length, total })}
          </Button>
        </div>
      )}
    </>
  );
}

function List({ me }: { me: MeView }) {
  const say = useText("proposals");
  const { kern: slug = "" } = useParams({ strict: false });
  const kern = useKern(me.municipality, slug);
  const { q, sort, treatment, choose } = useListChoice();
  const [typed, setTyped] = useState(q);
  const settled = useSettled(typed.trim(), 400);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed may change the address, not the other way round
  useEffect(() => {
    if (settled !== q) choose({ q: settled, sort, treatment });
  }, [settled]);
  const name = kern?.name ?? "";
  return (
    <Medium>
      <Strip municipality={me.municipality} kern={slug} name={name} silhouette={kern?.silhouette} />
      <div className={styles.head}>
        <PageHeading title={say("list.title", { kern: name })}>{say("list.title", { kern: name })}</PageHeading>
        <GoButton to={paths.newProposal(me.municipality, slug)} appearance="primary" icon={<Icon name="plus" size={18} />}>
          {say("new")}
        </GoButton>
      </div>
      <search className={styles.choice}>
        <Field label={say("list.search")} className={styles.search}>
          <Input
            type="search"
            contentBefore={<Icon name="search" size={18} />}
            value={typed}
            onChange={(_, to) => setTyped(to.value)}
          />
        </Field>
        <Field label={say("list.sort")}>
          <Select value={sort} onChange={(_, to) => choose({ q, sort: isSort(to.value) ? to.value : "newest", treatment })}>
            {sorts.map((each) => (
              <option key={each} value={each}>
                {say(`sort.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say("list.treatment")}>
          <Select
            value={treatment}
            onChange={(_, to) => choose({ q, sort, treatment: treatments.find((each) => each === to.value) ?? "" })}
          >
            <option value="">{say("treatment.all")}</option>
            {treatments.map((each) => (
              <option key={each} value={each}>
                {say(`treatment.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
      </search>
      <Found me={me} filter={{ kern: slug, sort, ...(q && { q }), ...(treatment && { treatment }) }} />
    </Medium>
  );
}

/** All proposals of a kern: search, order, page on. */
export function ListPage() {
  return <SignedIn>{(me) => <List me={me} />}</SignedIn>;
}
