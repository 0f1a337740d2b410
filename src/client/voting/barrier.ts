import type { PollView } from "../../voting/contract.ts";

export type Barrier = "planned" | "closed" | "not-on-roll" | "voted-elsewhere";

/** Why this person cannot vote here and now; null when she can. `here`: this device keeps the proof of her ballot. */
export function barrierOf(poll: Pick<PollView, "state" | "onRoll" | "hasVoted">, here: boolean): Barrier | null {
  if (poll.state !== "open") return poll.state;
  if (!poll.onRoll) return "not-on-roll";
  return poll.hasVoted && !here ? "voted-elsewhere" : null;
}
