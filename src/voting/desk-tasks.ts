/** Pure: what of a poll waits for an officer. */
import type { PollTask } from "./contract.ts";

/** Within this time before the closing, the officer may still call people or extend. */
const soonMs = 48 * 3_600_000;

export interface PollStanding {
  state: "planned" | "open" | "closed";
  /** Whether the count has been made; a poll can be closed and not counted. */
  counted: boolean;
  closesAt: Date;
  /** States of the stacks of paper that are not published. */
  stacks: readonly ("entered-once" | "differs" | "agreed")[];
  waitsForPaper: boolean;
  hasNextSteps: boolean;
  /** A poll by letter for which no letter has been made: as it stands, nobody can vote. */
  lettersMissing: boolean;
}

/** In the order in which they press. */
export function tasksOf(poll: PollStanding, now: Date): PollTask[] {
  const tasks: PollTask[] = [];
  if (poll.state === "planned" && poll.lettersMissing) tasks.push("letters-missing");
  if (poll.waitsForPaper) tasks.push("count-waits");
  if (poll.stacks.includes("differs")) tasks.push("paper-differs");
  if (poll.stacks.includes("entered-once")) tasks.push("paper-second");
  if (poll.stacks.includes("agreed")) tasks.push("paper-publish");
  if (poll.state === "open" && poll.closesAt.getTime() - now.getTime() <= soonMs) tasks.push("closes-soon");
  if (poll.counted && !poll.hasNextSteps) tasks.push("next-steps");
  return tasks;
}
