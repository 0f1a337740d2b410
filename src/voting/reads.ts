/** What the slices above may know of polls. */
import type { Tx } from "../shared/work.ts";
import { outcomeInWords } from "./rules.ts";
import { findPoll, listPolls, type StoredPoll } from "./store.ts";

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

/** A poll in the words of a mail or card; undefined when there is none. */
export async function pollForMail(tx: Tx, poll: string): Promise<PollForMail | undefined> {
  const found = await findPoll(tx, poll);
  if (!found) return undefined;
  const { question, kern, kernName, closesAt, state, tally } = found;
  const outcome = tally && { nl: outcomeInWords(tally, "nl"), en: outcomeInWords(tally, "en") };
  return { poll, question, kern, kernName, closesAt, state, outcome };
}

/** All polls of a kern (or the municipality), for figures; at most 200. */
export function pollFigures(tx: Tx, kern?: string): Promise<StoredPoll[]> {
  return listPolls(tx, kern);
}
