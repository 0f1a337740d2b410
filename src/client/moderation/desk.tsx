import { type KeyboardEvent, useRef, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import type { DeskItem } from "../../moderation/contract.ts";
import { paths } from "../../shared/links.ts";
import { announce } from "../kit/announce.tsx";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow, Wide } from "../kit/layout.tsx";
import { NewRows } from "../kit/new-rows.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { DeskPolls } from "../polling/desk-polls.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import type { Decision, Deed } from "./decisions.ts";
import styles from "./desk.module.css";
import { DeskDetail } from "./desk-detail.tsx";
import { isFiltered } from "./desk-filter.ts";
import { DeskFilters } from "./desk-filters.tsx";
import { meaningOf } from "./desk-keys.ts";
import { DeskList } from "./desk-list.tsx";
import { canBeAccepted, idOf, placeAfter } from "./desk-order.ts";
import { FailedDecisions } from "./failed-decisions.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { useDesk } from "./use-desk.ts";

/** A box to tick is no place to write: there the keys work. */
const writes = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.getAttribute("type") !== "checkbox"));

export function Desk({ me }: { me: MeView }) {
  const say = useText("moderation");
  const desk = useDesk();
  const [helping, setHelping] = useState(false);
  const [taken, setTaken] = useState<Decision[]>([]);
  const sheet = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { query, wide, items, item, place, reading, chosen, held, decisions, filter } = desk;
  const { data, error, refetch } = query;
  if (!data) return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;

  const decide = (given: readonly DeskItem[], deed: Deed, reason = "") => {
    if (given.length === 0) return;
    decisions.make(given.map((each) => ({ item: each, deed, reason })));
    desk.chooseNone();
    setTaken([]);
    // On a phone back to the list; on a wide screen the next one comes up in its place.
    if (!wide) desk.open(null, true);
    // What had the focus may be gone with the task; the keys must go on working.
    requestAnimationFrame(() => document.activeElement === document.body && sheet.current?.focus({ preventScroll: true }));
  };
  const undone = (undoing: Decision[]) => {
    const [first] = undoing;
    if (!first) return;
    announce(say("undone"));
    setTaken(undoing);
    const id = idOf(first.item);
    // Who takes a reason back wants to change its words.
    if (wide || first.reason !== "") desk.openTask(id);
    if (first.reason === "")
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-task="${id}"]`)?.focus());
  };
  const acceptNow = () => decide(chosen.length > 0 ? chosen : reading && item && canBeAccepted(item) ? [item] : [], "accept");
  const deeds = {
    down: () => desk.open(placeAfter(place, "j", items.length), true),
    up: () => desk.open(placeAfter(place, "k", items.length), true),
    accept: acceptNow,
    choose: () => item && desk.choose(idOf(item)),
    undo: () => undone(decisions.undo(decisions.batches().findLast(({ underWay }) => !underWay)?.batch ?? 0)),
    help: () => setHelping(true),
  };
  const onKey = (event: KeyboardEvent) => {
    const meaning = helping ? null : meaningOf(event, writes(event.target));
    if (meaning === null) return;
    event.preventDefault();
    deeds[meaning]();
  };
  return (
    <Wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shortcut; all they do has a button as well */}
      <div ref={sheet} tabIndex={-1} className={styles.desk} data-reading={reading && !wide} onKeyDown={onKey}>
        {(wide || !reading) && (
          <section className={styles.left} aria-label={say("list")}>
            <PageHeading>{desk.all.length === 0 ? say("desk") : say("title", { count: desk.all.length })}</PageHeading>
            <ul className={styles.ways}>
              <li>
                <Go to={paths.people(me.municipality)}>{say("people")}</Go>
              </li>
              <li>
                <Go to={paths.ledMeetings(me.municipality)}>{say("meetings")}</Go>
              </li>
              <li>
                <Go to={paths.reach(me.municipality)}>{say("reach")}</Go>
              </li>
              <li>
                <Go to={paths.insight(me.municipality)}>{say("insight")}</Go>
              </li>
            </ul>
            <FailedDecisions failed={desk.failed} onClose={desk.forgetFailed} />
            {(desk.all.length > 0 || isFiltered(filter)) && (
              <DeskFilters
                view={data}
                late={desk.all.filter((each) => each.late).length}
                filter={filter}
                onFilter={desk.setFilter}
              />
            )}
            {items.length === 0 && desk.all.length === 0 && <EmptyState title={say("none")}>{say("none.body")}</EmptyState>}
            {items.length === 0 && desk.all.length > 0 && (
              <EmptyState title={say("none.here")}>{say("none.here.body")}</EmptyState>
            )}
            {items.length > 0 && (
              <>
                <BulkBar
                  chosen={chosen}
                  all={desk.choosable}
                  onAll={desk.chooseAll}
                  onNone={desk.chooseNone}
                  onAccept={() => decide(chosen, "accept")}
                  onHelp={() => setHelping(true)}
                />
                <NewRows
                  words={held.waiting.length > 0 ? say("new", { count: held.waiting.length }) : null}
                  list={list}
                  onShow={held.showAll}
                />
                <DeskList
                  list={list}
                  items={items}
                  place={wide ? place : -1}
                  onOpen={desk.open}
                  chosen={new Set(chosen.map(idOf))}
                  onChoose={desk.choose}
                />
              </>
            )}
          </section>
        )}
        {reading && item && (
          <DeskDetail
            key={idOf(item)}
            municipality={me.municipality}
            item={item}
            onBack={wide ? undefined : () => desk.open(null)}
            decide={(deed, reason) => decide([item], deed, reason)}
            taken={taken.find((one) => idOf(one.item) === idOf(item))}
          />
        )}
        <UndoBar decisions={decisions} onUndone={undone} />
        {helping && <KeysHelp onClose={() => setHelping(false)} />}
      </div>
      {(wide || !reading) && (
        <div className={styles.polls}>
          <DeskPolls municipality={me.municipality} />
        </div>
      )}
    </Wide>
  );
}
