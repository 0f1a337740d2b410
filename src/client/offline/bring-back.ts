/** Brings back what the last visit kept: at once, and also without internet. */
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../queries.ts";
import { readKept } from "./device-store.ts";
import { type KeptAnswer, type KeptRead, worthKeeping } from "./kept-queries.ts";

/** Another build may have kept it in another form: the name of its file tells builds apart. */
export const build = import.meta.url;

const isKept = (given: unknown): given is KeptRead =>
  typeof given === "object" && given !== null && (given as { build?: unknown }).build === build;

/** What this build kept before. */
export async function keptBefore(): Promise<KeptAnswer[]> {
  const kept = await readKept();
  return isKept(kept) ? kept.answers : [];
}

/** The page waits no longer than this for a device that is slow to remember. */
const patienceMs = 400;

/** Resolves soon, whatever the device does. */
export async function bringBackRead(queries: QueryClient): Promise<void> {
  const patience = new Promise<[]>((resolve) => setTimeout(() => resolve([]), patienceMs));
  const kept = await Promise.race([keptBefore(), patience]);
  for (const { queryKey, data, at } of worthKeeping(kept, Date.now())) queries.setQueryData(queryKey, data, { updatedAt: at });
  // Somebody else may hold this device by now, however short ago it was.
  await queries.invalidateQueries({ queryKey: keys.me, refetchType: "none" });
}
