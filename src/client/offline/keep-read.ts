/** Keeps on this device what was read. Fetched once the first page stands. */
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { forget as forgetOnDevice, remember } from "../kit/device-memory.ts";
import { keys } from "../queries.ts";
import { build, keptBefore } from "./bring-back.ts";
import { emptyKept, writeKept } from "./device-store.ts";
import { forgetDrawnHome } from "./drawn-home.ts";
import { keepDrawn } from "./keep-drawn.ts";
import { type KeptRead, mayBeKept, worthKeeping } from "./kept-queries.ts";
import { readHere } from "./read-here.ts";

const afterMs = 500;

/** From now on keeps what is read; empties everything as soon as nobody, or somebody else, is signed in. */
export function keepWhatIsRead(queries: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let person = queries.getQueryData<MeView | null>(keys.me)?.person ?? null;

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const whose = person;
    if (whose === null) return;
    const earlier = await keptBefore();
    // Somebody may have signed out meanwhile.
    if (person !== whose) return;
    const now = queries
      .getQueryCache()
      .findAll({ predicate: ({ queryKey }) => mayBeKept(queryKey) })
      .map(({ queryKey, state }) => ({ queryKey, data: state.data, at: state.dataUpdatedAt }));
    const fresh = new Set(now.map(({ queryKey }) => JSON.stringify(queryKey)));
    const all = [...now, ...earlier.filter(({ queryKey }) => !fresh.has(JSON.stringify(queryKey)))];
    remember(readHere, "yes");
    keepDrawn();
    await writeKept({ build, person: whose, answers: worthKeeping(all, Date.now()) } satisfies KeptRead);
  }

  if (queries.getQueryData(keys.me) === null) void forget();
  timer = setTimeout(save, afterMs);
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === "removed" && query.queryKey[0] === "me") return void forget();
    if (type !== "updated" || query.state.status !== "success" || !mayBeKept(query.queryKey)) return;
    if (query.queryKey[0] === "me") {
      const now = (query.state.data as MeView | null | undefined)?.person ?? null;
      if (now !== person && person !== null) void handOver();
      person = now;
    }
    timer ??= setTimeout(save, afterMs);
  });
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "hidden" && timer !== undefined && void save(),
  );

  /** To somebody else on this device, who did not wait for the other to sign out: what lies in the memory is the other's as well. */
  async function handOver(): Promise<void> {
    const ofTheOther = ({ queryKey }: { queryKey: QueryKey }) => mayBeKept(queryKey) && queryKey[0] !== "me";
    await Promise.all([forget(), queries.resetQueries({ predicate: ofTheOther })]);
  }

  async function forget(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    forgetOnDevice(readHere);
    forgetDrawnHome();
    await emptyKept();
  }
}
