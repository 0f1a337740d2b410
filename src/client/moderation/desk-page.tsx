import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow, Wide } from "../kit/layout.tsx";
import { setServerClock } from "../kit/server-clock.ts";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useWide } from "../kit/use-wide.ts";
import { useText } from "../language.ts";
import { DeskPolls } from "../polling/desk-polls.tsx";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import styles from "./desk.module.css";
import { DeskDetail } from "./desk-detail.tsx";
import { DeskList } from "./desk-list.tsx";
import { idOf, inOrder, openPlace, placeAfter } from "./desk-order.ts";

async function theDesk() {
  const view = await api.desk();
  setServerClock(view.serverTime);
  return view;
}

const writes = (target: EventTarget): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function Desk({ me }: { me: MeView }) {
  const say = useText("moderation");
  const router = useRouter();
  const wide = useWide();
  const search: { taak?: string } = useSearch({ strict: false });
  const [kern, setKern] = useState("");
  const lastPlace = useRef(0);
  const { data, error, refetch } = useQuery({ queryKey: keys.desk, queryFn: theDesk, refetchInterval: 60_000 });
  const items = inOrder(data?.items ?? []).filter((item) => kern === "" || item.kern === kern);
  const place = openPlace(items, search.taak, lastPlace.current);
  useEffect(() => {
    if (place >= 0) lastPlace.current = place;
  }, [place]);
  const open = (at: number | null, replace = wide) => {
    const item = at === null ? undefined : items[at];
    void router.navigate({ to: ".", search: { taak: item ? idOf(item) : "" }, replace, resetScroll: !wide });
  };
  // Only within the desk, and never where one writes: a single key must not do things elsewhere (WCAG 2.1.4).
  const onKey = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if ((key !== "j" && key !== "k") || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    event.preventDefault();
    open(placeAfter(place, key, items.length), true);
  };
  if (!data) return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
  const item = items[place];
  const reading = item !== undefined && (wide || search.taak !== undefined);
  const afterDecision = () => {
    // On a phone back to the list; on a wide screen the next one comes up in its place.
    if (!wide) open(null, true);
  };
  return (
    <Wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shortcut; every item is a link in the list as well */}
      <div className={styles.desk} data-reading={reading && !wide} onKeyDown={onKey}>
        {(wide || !reading) && (
          <section className={styles.left} aria-label={say("list")}>
            <PageHeading>{data.items.length === 0 ? say("desk") : say("title", { count: data.items.length })}</PageHeading>
            <p>
              <Go to={paths.people(me.municipality)}>{say("people")}</Go>
              {" · "}
              <Go to={paths.reach(me.municipality)}>{say("reach")}</Go>
            </p>
            {data.items.length === 0 ? (
              <EmptyState title={say("none")}>{say("none.body")}</EmptyState>
            ) : (
              <DeskList view={data} items={items} kern={kern} onKern={setKern} place={wide ? place : -1} onOpen={open} />
            )}
          </section>
        )}
        {reading && (
          <DeskDetail
            key={idOf(item)}
            municipality={me.municipality}
            item={item}
            onBack={wide ? undefined : () => open(null)}
            done={afterDecision}
          />
        )}
      </div>
      {(wide || !reading) && (
        <div className={styles.polls}>
          <DeskPolls municipality={me.municipality} />
        </div>
      )}
    </Wide>
  );
}

/** The officer's desk: what waits for her, late ones first, each with what she can do. */
export function DeskPage() {
  const say = useText("moderation");
  return (
    <SignedIn>
      {(me) =>
        me.can.moderate ? (
          <Desk me={me} />
        ) : (
          <Narrow>
            <PageHeading>{say("desk")}</PageHeading>
            <EmptyState title={say("notYours")}>{say("notYours.body")}</EmptyState>
          </Narrow>
        )
      }
    </SignedIn>
  );
}
