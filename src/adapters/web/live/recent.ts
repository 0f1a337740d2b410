/** What was told in the last minutes, for who was away for a moment. Times are milliseconds of this server's clock. */
import type { Told } from "../../../shared/live.ts";

/** A page that was away longer asks for everything anew. */
export const keptMs = 120_000;
const mostKept = 5000;
/** The clock of the instance she listened at may differ, and a notice takes a moment: what was told just before is told again. */
const overlapMs = 5000;

export interface Recent {
  add(municipality: string, told: readonly Told[], at: number): void;
  /** Told in this municipality after `since`; null when that is longer ago than is remembered. */
  after(municipality: string, since: number, now: number): Told[] | null;
  /** Something passed unheard before `now`: nobody can be told what. */
  forget(now: number): void;
}

export function recent(startedAt: number): Recent {
  let kept: { municipality: string; one: Told; at: number }[] = [];
  let knownSince = startedAt;

  function trim(now: number): void {
    const first = kept.findIndex(({ at }) => at > now - keptMs);
    const old = first < 0 ? kept.length : first;
    const drop = Math.max(old, kept.length - mostKept);
    if (drop === 0) return;
    knownSince = Math.max(knownSince, kept[drop - 1]?.at ?? knownSince);
    kept = kept.slice(drop);
  }

  return {
    add(municipality, told, at) {
      for (const one of told) kept.push({ municipality, one, at });
      trim(at);
    },
    after(municipality, since, now) {
      trim(now);
      if (since < Math.max(knownSince, now - keptMs)) return null;
      return kept.filter((each) => each.municipality === municipality && each.at > since - overlapMs).map(({ one }) => one);
    },
    forget(now) {
      kept = [];
      knownSince = now;
    },
  };
}
