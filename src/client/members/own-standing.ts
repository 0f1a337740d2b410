/** Whether somebody on a roll has voted, as far as anybody may know. Pure. */
import type { PollSummary } from "../../voting/contract.ts";

export type OwnStanding = "voted" | "pass" | "open" | "not";

/** "pass": she took her voting pass; whether she used it nobody but her own device knows. "not": the poll closed without her. */
export function standingIn({ hasVoted, level, state }: Pick<PollSummary, "hasVoted" | "level" | "state">): OwnStanding {
  if (hasVoted) return level === 2 ? "pass" : "voted";
  return state === "closed" ? "not" : "open";
}
