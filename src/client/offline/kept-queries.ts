/** Which answers may stay on this device, so that what was read can be read again without internet. */
import type { QueryKey } from "@tanstack/react-query";

export interface KeptAnswer {
  queryKey: QueryKey;
  data: unknown;
  /** Milliseconds since 1970 at which it came in. */
  at: number;
}

/** What is kept, of whom, made by which build. */
export interface KeptRead {
  build: string;
  person: string;
  answers: KeptAnswer[];
}

const mostKept = 60;
/** Older than this is no longer worth reading. */
const longestMs = 7 * 24 * 60 * 60_000;

/**
 * Kernen, proposals, meetings and the public side of polls, and who one is. Never what one chose or whether one voted, never the desk, who comes to a meeting or
 * other people's addresses, never a text that is being typed.
 */
export function mayBeKept([slice, which, , more]: readonly unknown[]): boolean {
  if (slice === "me" || slice === "kernen") return true;
  if (slice === "proposals") return (which === "list" || which === "one") && more === undefined;
  if (slice === "meetings") return which !== "coming" && more === undefined;
  return slice === "polls" && which === "public";
}

/** The newest of what may be kept. */
export function worthKeeping(answers: readonly KeptAnswer[], now: number): KeptAnswer[] {
  return answers
    .filter(({ queryKey, data, at }) => mayBeKept(queryKey) && data !== undefined && now - at < longestMs)
    .sort((one, other) => other.at - one.at)
    .slice(0, mostKept);
}
