/** What the slices above may know of polls. */

import { Refused } from "../shared/refused.ts";
import type { Tx } from "../shared/work.ts";
import type { TallyView } from "./contract.ts";
import { outcomeInWords, tallyOf } from "./rules.ts";
import { countBallots, countPolls, findPoll, newestCounted, optionsOf, type PollFigures, type StoredPoll } from "./store.ts";

export interface PollForMail {
  poll: string;
  question: string;
  kern: string;
  kernName: string;
  closesAt: Date;
  state: StoredPoll["state"];
  /** The result in one Dutch and one English sentence; null until counted. */
  outcome: { nl: string; en: string } | null;
}

export interface CountedPoll {
  poll: string;
  question: string;
  closesAt: Date;
  tally: TallyView;
}

/** A poll in the words of a mail or card; undefined when there is none. */
export async function pollForMail(tx: Tx, poll: string): Promise<PollForMail | undefined> {
  const found = await findPoll(tx, poll);
  if (!found) return undefined;
  const { question, kern, kernName, closesAt, state, tally } = found;
  const outcome = tally && { nl: outcomeInWords(tally, "nl"), en: outcomeInWords(tally, "en") };
  return { poll, question, kern, kernName, closesAt, state, outcome };
}

/** Polls per kern by state, for figures. */
export function pollFigures(tx: Tx): Promise<PollFigures[]> {
  return countPolls(tx);
}

/** The newest counted polls of a kern, newest first. */
export async function countedPolls(tx: Tx, kern: string, limit: number): Promise<CountedPoll[]> {
  const found = await newestCounted(tx, kern, limit);
  return found.flatMap(({ poll, question, closesAt, tally }) => (tally ? [{ poll, question, closesAt, tally }] : []));
}

/** Counts the ballots of a closed poll again, beside what was published. Refuses before the close: nobody sees a running count. */
export async function recount(tx: Tx, poll: string): Promise<{ published: TallyView; again: TallyView }> {
  const found = await findPoll(tx, poll);
  if (!found) throw new Refused("not-found");
  if (found.state !== "closed" || !found.tally) throw new Refused("poll-not-open", { opensAt: found.opensAt.toISOString() });
  const countedAt = new Date(found.tally.countedAt);
  const again = tallyOf(await optionsOf(tx, poll), await countBallots(tx, poll), found.rollSize ?? 0, countedAt);
  return { published: found.tally, again };
}
