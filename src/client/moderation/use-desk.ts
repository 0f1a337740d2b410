import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { DeskItem } from "../../moderation/contract.ts";
import { api } from "../api.ts";
import { setServerClock } from "../kit/server-clock.ts";
import { useHeld } from "../kit/use-held.ts";
import { useWide } from "../kit/use-wide.ts";
import { keys } from "../queries.ts";
import { mostChosen } from "./bulk-bar.tsx";
import { type DeskFilter, filtered, filterIn, searchOf } from "./desk-filter.ts";
import { canBeAccepted, idOf, inOrder, openPlace } from "./desk-order.ts";
import { useDecisions } from "./use-decisions.ts";

async function theDesk() {
  const view = await api.desk();
  setServerClock(view.serverTime);
  return view;
}

/** What lies on the desk, what of it is looked at (by the address), what is open, chosen and decided. */
export function useDesk() {
  const router = useRouter();
  const wide = useWide();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const filter = filterIn(search);
  const { decisions, failed, forgetFailed } = useDecisions();
  const query = useQuery({ queryKey: keys.desk, queryFn: theDesk, refetchInterval: 60_000 });
  const [choice, setChoice] = useState<ReadonlySet<string>>(new Set());
  const lastPlace = useRef(0);

  const decided = new Set(decisions.batches().flatMap((batch) => batch.decisions.map(({ item }) => idOf(item))));
  const waits = (item: DeskItem) => !decided.has(idOf(item));
  const all = inOrder(query.data?.items ?? []);
  // What was decided keeps its place until it is carried out, so that it is there again when it is undone.
  const held = useHeld(JSON.stringify(filter), filtered(all, filter), idOf, !query.data);
  const items = held.rows.filter(waits);
  const choosable = items.filter(canBeAccepted);
  const chosen = choosable.filter((item) => choice.has(idOf(item)));
  const place = openPlace(items, search.taak, lastPlace.current);
  useEffect(() => {
    if (place >= 0) lastPlace.current = place;
  }, [place]);

  const go = (to: DeskFilter, task: string, replace: boolean) =>
    void router.navigate({ to: ".", search: { ...searchOf(to), taak: task }, replace, resetScroll: !wide });
  const open = (at: number | null, replace = wide) => {
    const item = at === null ? undefined : items[at];
    go(filter, item ? idOf(item) : "", replace);
  };

  return {
    query,
    wide,
    filter,
    all: all.filter(waits),
    held,
    items,
    place,
    item: items[place] as DeskItem | undefined,
    reading: items[place] !== undefined && (wide || search.taak !== undefined),
    decisions,
    failed,
    forgetFailed,
    chosen,
    /** How many can be chosen: to an answer nobody can just say yes. */
    choosable: choosable.length,
    choose(id: string) {
      if (!choosable.some((item) => idOf(item) === id)) return;
      const next = new Set(chosen.map(idOf));
      if (!next.delete(id) && next.size < mostChosen) next.add(id);
      setChoice(next);
    },
    chooseAll: () => setChoice(new Set(choosable.slice(0, mostChosen).map(idOf))),
    chooseNone: () => setChoice(new Set()),
    setFilter: (to: DeskFilter) => go(to, "", true),
    open,
    openTask: (task: string) => go(filter, task, wide),
  };
}
