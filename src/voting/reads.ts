/** What the slices above may know of polls. */

import { Refused } from "../shared/refused.ts";
import type { Said } from "../shared/said.ts";
import type { Tx } from "../shared/work.ts";
import type { LogHead, SecrecyLevel, TallyView } from "./contract.ts";
import { countBallots } from "./count-ballots.ts";
import { canonicalJson } from "./counting/canonical.ts";
import { headsOf } from "./log-store.ts";
import { outcomeInWords } from "./outcome-words.ts";
import {
  type CountedPollRow,
  countedSince,
  countPolls,
  findPoll,
  lastCounted,
  listPolls,
  newestCounted,
  type PollFigures,
  type StoredPoll,
} from "./store.ts";
import { talliesOf } from "./tally-store.ts";

export { followers as logFollowers } from "./log-store.ts";
export { helpedVoters } from "./roll-reads.ts";
export { findTurnouts as turnouts, type Turnout } from "./turnout-store.ts";

export interface PollForMail {
  poll: string;
  question: string;
  kern: string;
  kernName: string;
  opensAt: Date;
  closesAt: Date;
  state: StoredPoll["state"];
  level: SecrecyLevel;
  /** What was frozen, in one number; null before the opening. */
  frozenHash: string | null;
  /** The result in one Dutch and one English sentence; null until counted. */
  outcome: Said | null;
}

export interface CountedPoll {
  poll: string;
  question: string;
  kern: string;
  kernName: string;
  closesAt: Date;
  tally: TallyView;
}

/** A poll in the words of a mail or card; undefined when there is none. */
export async function pollForMail(tx: Tx, poll: string): Promise<PollForMail | undefined> {
  const found = await findPoll(tx, poll);
  if (!found) return undefined;
  const { question, kern, kernName, opensAt, closesAt, state, level, frozenHash } = found;
  const tally = (await talliesOf(tx, [found])).get(poll);
  const outcome = tally ? { nl: outcomeInWords(tally, "nl"), en: outcomeInWords(tally, "en") } : null;
  return { poll, question, kern, kernName, opensAt, closesAt, state, level, frozenHash, outcome };
}

/** Polls per kern by state, for figures. */
export function pollFigures(tx: Tx): Promise<PollFigures[]> {
  return countPolls(tx);
}

/** The newest counted polls of a kern, newest first. */
export async function countedPolls(tx: Tx, kern: string, limit: number): Promise<CountedPoll[]> {
  return (await newestCounted(tx, kern, limit)).map(counted);
}

/** Of every kern, or of one, the poll that was counted last. */
export async function lastCountedPolls(tx: Tx, kern?: string): Promise<CountedPoll[]> {
  return (await lastCounted(tx, kern)).map(counted);
}

/** Counted after `since`, newest first. */
export async function pollsCountedSince(tx: Tx, since: Date, limit: number): Promise<CountedPoll[]> {
  return (await countedSince(tx, since, limit)).map(counted);
}

function counted({ poll, question, kern, kernName, closesAt, tally }: CountedPollRow): CountedPoll {
  return { poll, question, kern, kernName, closesAt, tally };
}

export interface WeekOfPolls {
  open: { poll: string; question: string; closesAt: Date }[];
  /** Opening before the week ends. */
  opening: { poll: string; question: string; opensAt: Date }[];
  /** Counted since the week before began. */
  counted: { poll: string; question: string; outcome: Said }[];
}

/** The polls of a kern in a week: what is open, what opens before `until`, what was counted from `since` on. */
export async function weekOfPolls(tx: Tx, kern: string, since: Date, until: Date): Promise<WeekOfPolls> {
  const found = await listPolls(tx, kern);
  const tallied = await newestCounted(tx, kern, 20);
  return {
    open: found.filter(({ state }) => state === "open"),
    opening: found.filter(({ state, opensAt }) => state === "planned" && opensAt < until),
    counted: tallied
      .filter(({ tally }) => new Date(tally.countedAt) >= since)
      .map(({ poll, question, tally }) => ({
        poll,
        question,
        outcome: { nl: outcomeInWords(tally, "nl"), en: outcomeInWords(tally, "en") },
      })),
  };
}

/** A head of the log as people keep it: `batch/size/root`. Undefined when there is none with this number. */
export async function logHead(tx: Tx, poll: string, batch: number): Promise<(LogHead & { line: string }) | undefined> {
  const head = (await headsOf(tx, poll)).find((one) => one.batch === batch);
  return head && { ...head, line: `${head.batch}/${head.size}/${head.root}` };
}

/** Counts the ballots of a closed poll again, beside what was published. Refuses before the close: nobody sees a running count. */
export async function recount(tx: Tx, poll: string): Promise<{ published: TallyView; agrees: boolean }> {
  const found = await findPoll(tx, poll);
  if (!found) throw new Refused("not-found");
  const published = (await talliesOf(tx, [found])).get(poll);
  if (found.state !== "closed" || !published) throw new Refused("poll-not-open", { opensAt: found.opensAt.toISOString() });
  const again = await countBallots(tx, found);
  const told = ({ outcome, seed, spoiled }: Pick<TallyView, "outcome" | "seed" | "spoiled">, ballots: number) =>
    canonicalJson({ outcome, seed, spoiled, ballots });
  return { published, agrees: told(published, published.voters) === told(again, again.ballots) };
}
