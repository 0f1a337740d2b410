/** Since when something is new to who looks. Only this device remembers it: nobody else learns when somebody looked. Pure. */
import type { MeetingSummary } from "../../meetings/contract.ts";

/** Milliseconds since 1970. */
export interface Visit {
  seenAt: number;
  /** What came after this is new, as long as the visit lasts. */
  since: number;
}

/** Who stays away this long comes anew, as in the overview of the council (note-visit.ts). */
const absenceMs = 30 * 60_000;

/** The visit that goes on or begins at `now`. On a first visit nothing is new yet but what comes while she looks. */
export function visitAt(now: number, before: Visit | null): Visit {
  if (before === null) return { seenAt: now, since: now };
  const { seenAt, since } = before;
  return now - seenAt >= absenceMs ? { seenAt: now, since: seenAt } : { seenAt: Math.max(now, seenAt), since };
}

/** What `writeVisit` wrote; null for anything else, also for a moment after `now` (a clock that was put right). */
export function readVisit(kept: string | null, now: number): Visit | null {
  const [, seen, from] = /^(\d{1,15}) (\d{1,15})$/.exec(kept ?? "") ?? [];
  const visit = { seenAt: Number(seen), since: Number(from) };
  return visit.since <= visit.seenAt && visit.seenAt <= now ? visit : null;
}

export const writeVisit = ({ seenAt, since }: Visit): string => `${seenAt} ${since}`;

/** Somebody else planned it since, it is still to come, and she has not answered it. */
export function isNewSince(
  { state, mine, plannedAt }: Pick<MeetingSummary, "state" | "mine" | "plannedAt">,
  since: number,
): boolean {
  return state === "planned" && mine === null && plannedAt !== null && Date.parse(plannedAt) > since;
}
