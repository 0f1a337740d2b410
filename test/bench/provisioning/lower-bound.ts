/** The least time in which the published limits allow a plan to be carried out. Pure. */
import type { Plan, Step } from "../../../src/provisioning/index.ts";

/** Requests that a step cannot do without, by the bucket of Graph that counts them. */
const needs: Partial<Record<Step["do"], Partial<Record<Bucket, number>>>> = {
  "make-team": { "make-team": 1, "get-other": 1, "get-part": 1 },
  "install-app": { "write-part": 1 },
  "make-channel": { "write-part": 1 },
  "pin-tab": { "write-part": 1 },
  "add-owner": { list: 1, other: 1 },
};

/** Requests per second per tenant, concepts/throttling-limits.md. */
const perSecond = { "make-team": 10, list: 60, "get-part": 30, "write-part": 30, "get-other": 30, other: 30 };
type Bucket = keyof typeof perSecond;
const perTeamPerSecond = 4;

export interface Bound {
  /** What bounds it: a bucket, or the last team. */
  by: string;
  /** In words, with the numbers. */
  because: string;
  ms: number;
}

/**
 * All bounds, the tightest first. `readyMs`: how long after it is asked for a team cannot be used, whoever asks. A window of one second
 * takes its whole count at once, so the last of n requests can leave after (n − 1) ÷ count whole seconds.
 */
export function boundsOf({ steps }: Plan, readyMs: number): Bound[] {
  const counts = new Map<Bucket, number>();
  const ofTeam = new Map<string, number>();
  for (const step of steps) {
    // The first channel comes with the team.
    const needed = step.do === "make-channel" && step.first ? {} : (needs[step.do] ?? {});
    for (const [bucket, count] of Object.entries(needed) as [Bucket, number][]) {
      counts.set(bucket, (counts.get(bucket) ?? 0) + count);
      if (bucket !== "make-team") ofTeam.set(step.kern, (ofTeam.get(step.kern) ?? 0) + count);
    }
  }
  const secondsFor = (count: number, rate: number) => Math.floor((count - 1) / rate);
  const bounds = [...counts].map(([bucket, count]): Bound => {
    const rate = perSecond[bucket];
    const before = bucket === "make-team" ? 0 : bucket === "get-other" ? 0 : readyMs;
    const ms = before + secondsFor(count, rate) * 1000;
    return { by: bucket, because: `${before / 1000} s until a first team is ready, then ${count} requests at ${rate}/s`, ms };
  });
  const teams = counts.get("make-team") ?? 0;
  const fewest = Math.min(...ofTeam.values());
  const asked = secondsFor(teams, perSecond["make-team"]);
  const inside = secondsFor(fewest - 1, perTeamPerSecond);
  const because = `asked for after ${asked} s, ready after ${readyMs / 1000} s, then ${fewest - 1} requests at ${perTeamPerSecond}/s`;
  return [...bounds, { by: "last team", because, ms: asked * 1000 + readyMs + inside * 1000 }].sort((a, b) => b.ms - a.ms);
}
