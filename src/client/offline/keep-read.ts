/** Keeps on this device what was read, and brings it back at the next visit: at once, and also without internet. */
import { dehydrate, hydrate, type QueryClient } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { keys } from "../queries.ts";
import { emptyKept, readKept, writeKept } from "./device-store.ts";
import { type KeptRead, mayBeKept, worthKeeping } from "./kept-queries.ts";

/** The name of this very file changes with every build; what another one kept may have another form. */
const build = import.meta.url;
const afterMs = 2000;

const isKept = (given: unknown): given is KeptRead =>
  typeof given === "object" && given !== null && (given as { build?: unknown }).build === build;

/** Brings back what the last visit kept. */
export async function bringBackRead(queries: QueryClient): Promise<void> {
  const kept = await readKept();
  if (isKept(kept)) hydrate(queries, worthKeeping(kept.state, Date.now()));
}

/** From now on keeps what is read; empties everything as soon as nobody, or somebody else, is signed in. */
export function keepWhatIsRead(queries: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let person = queries.getQueryData<MeView | null>(keys.me)?.person ?? null;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    if (person === null) return;
    const state = dehydrate(queries, { shouldDehydrateQuery: ({ queryKey }) => mayBeKept(queryKey) });
    void writeKept({ build, person, state: worthKeeping(state, Date.now()) } satisfies KeptRead);
  }

  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === "removed" && query.queryKey[0] === "me") return void forget();
    if (type !== "updated" || query.state.status !== "success" || !mayBeKept(query.queryKey)) return;
    if (query.queryKey[0] === "me") {
      const now = (query.state.data as MeView | null | undefined)?.person ?? null;
      if (now !== person && person !== null) void forget();
      person = now;
    }
    timer ??= setTimeout(save, afterMs);
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && timer !== undefined && save());

  async function forget(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await emptyKept();
  }
}
