/** Runs the daily check of a municipality, from the day its first team is there. */
import type { Reaction } from "../shared/reaction.ts";
import type { Workshop } from "../shared/work.ts";
import type { DriftCheckDue } from "./contract.ts";

type Means = Pick<Workshop, "inMunicipality" | "queueReactions" | "clock">;

/** The next 03:30 UTC: at night in the Netherlands, when nobody is at work in Teams. Pure. */
export function nextCheckAfter(now: Date): Date {
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 3, 30));
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}

/**
 * Follows "team-ready" and "drift-check-due". `check` is what is done about one municipality. The next time is set first: a night on
 * which Microsoft is out of reach does not end the watch. Can run twice.
 */
export function makeDriftReaction(check: (municipality: string) => Promise<unknown>, means: Means): Reaction {
  return {
    name: "provisioning.watch-drift",
    lane: "teams",
    run: async ({ municipality, fact }) => {
      const due: DriftCheckDue = { fact: "drift-check-due", at: nextCheckAfter(means.clock()).toISOString() };
      await means.inMunicipality(municipality, (tx) => means.queueReactions(tx, municipality, [due]));
      if (fact.fact === "drift-check-due") await check(municipality);
    },
    due: (fact) => (fact.fact === "drift-check-due" ? new Date((fact as DriftCheckDue).at) : undefined),
    key: ({ municipality }) => `watch-drift ${municipality}`,
  };
}
