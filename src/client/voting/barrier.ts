import type { PollView } from "../../voting/contract.ts";

export type Barrier = "planned" | "closed" | "not-on-roll" | "letter-needed" | "household" | "pass-elsewhere" | "voted-elsewhere";

type Standing = Pick<PollView, "state" | "level" | "onRoll" | "hasVoted" | "sharesPlaceWith" | "electorate">;

/** Why this person cannot vote here and now; null when she can. `here`: this device keeps the secrets of her ballot. */
export function barrierOf(poll: Standing, here: boolean): Barrier | null {
  if (poll.state !== "open") return poll.state;
  if (here) return null;
  if (!poll.onRoll) return poll.electorate.assurance === "letter" ? "letter-needed" : "not-on-roll";
  if (!poll.hasVoted || poll.level === 0) return null;
  if (poll.sharesPlaceWith > 0) return "household";
  return poll.level === 2 ? "pass-elsewhere" : "voted-elsewhere";
}

/** Those that the store code of the other device takes away. */
export const canBringOver = (barrier: Barrier): boolean =>
  barrier === "pass-elsewhere" || barrier === "voted-elsewhere" || barrier === "household";
