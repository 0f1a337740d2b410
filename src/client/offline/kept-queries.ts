/** Which answers may stay on this device, so that what was read can be read again without internet. */
import type { DehydratedState } from "@tanstack/react-query";

/** What is kept, of whom, made by which build. */
export interface KeptRead {
  build: string;
  person: string;
  state: DehydratedState;
}

const mostKept = 60;
/** Older than this is no longer worth reading. */
const longestMs = 7 * 24 * 60 * 60_000;

/**
 * Kernen, proposals and the public side of polls, and who one is. Never what one chose or whether one voted, never the desk or other
 * people's addresses, never a text that is being typed.
 */
export function mayBeKept([slice, which, , more]: readonly unknown[]): boolean {
  if (slice === "me" || slice === "kernen") return true;
  if (slice === "proposals") return (which === "list" || which === "one") && more === undefined;
  return slice === "polls" && which === "public";
}

/** The newest of what may be kept. */
export function worthKeeping(state: DehydratedState, now: number): DehydratedState {
  const queries = state.queries
    .filter(({ queryKey, state }) => mayBeKept(queryKey) && state.status === "success" && now - state.dataUpdatedAt < longestMs)
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
    .slice(0, mostKept);
  return { mutations: [], queries };
}
