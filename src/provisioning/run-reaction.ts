/** Carries out what administrators ask for, and takes up what was left when a process died. */
import type { Reaction } from "../shared/reaction.ts";
import type { RunAsked, RunCheckDue } from "./contract.ts";

/** Follows "teams-run-asked" and "teams-run-check-due". `carryOut` does nothing about a run that somebody works on. Can run twice. */
export function makeRunReaction(carryOut: (municipality: string, run: string) => Promise<void>): Reaction {
  return {
    name: "provisioning.carry-out-run",
    lane: "teams",
    run: ({ municipality, fact }) => carryOut(municipality, (fact as RunAsked | RunCheckDue).run),
    due: (fact) => (fact.fact === "teams-run-check-due" ? new Date((fact as RunCheckDue).at) : undefined),
    key: ({ fact }) => (fact.fact === "teams-run-check-due" ? `teams-run ${(fact as RunCheckDue).run}` : undefined),
  };
}
