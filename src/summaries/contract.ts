/** What a councillor reads: figures per kern and a short, sourced reading. Figures below 10 people are null ("< 10"). */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

export const viewOverviewInput = z.object({});
export const viewKernReadingInput = z.object({ kern: kernId });
export const viewTrendsInput = z.object({ kern: kernId.optional() });
export const noteVisitInput = z.object({});
export const viewInsightInput = z.object({ kern: kernId.optional() });

/** A number of people; null stands for "fewer than 10", so that nobody can be singled out. */
export type PeopleCount = number | null;

export interface KernFigures {
  kern: string;
  kernName: string;
  members: PeopleCount;
  proposals: { published: number; waiting: number; returned: number; refused: number };
  mostSupported: { proposal: string; title: string; support: PeopleCount } | null;
  polls: { planned: number; open: number; closed: number };
  lastPoll: { poll: string; question: string; outcome: string; voters: PeopleCount; rollSize: PeopleCount } | null;
  /**
   * Proposals that wait for the officer's decision or, backed by ten people or more or promised for a day that has passed, for an
   * answer; and the oldest's days.
   */
  waiting: { count: number; oldestDays: number | null };
}

export interface OverviewView {
  municipalityName: string;
  madeAt: string;
  kernen: KernFigures[];
  total: Omit<KernFigures, "kern" | "kernName" | "lastPoll" | "mostSupported">;
}

export interface SourcedLine {
  text: string;
  /** Where it stands word for word. */
  source: { proposal: string; comment?: string };
}

/** Extractive: every sentence was written by a resident; nothing is paraphrased. */
export interface KernReading {
  kern: string;
  kernName: string;
  figures: KernFigures;
  asks: {
    proposal: string;
    title: string;
    support: PeopleCount;
    gist: SourcedLine;
    argumentsFor: SourcedLine[];
    argumentsAgainst: SourcedLine[];
  }[];
  polls: { poll: string; question: string; outcome: string; voters: PeopleCount; rollSize: PeopleCount; closedAt: string }[];
  /** Longest waiting first: for the officer's decision, or (backed by ten people, or promised before today) for the municipality's answer. */
  waiting: { proposal: string; title: string; days: number; for: "decision" | "answer" }[];
  madeAt: string;
}

/**
 * One calendar month in Amsterdam; the last one is the month that runs. Proposals and comments are things that everybody reads on the
 * square. People are counted in tens, rounded down, and not below ten: so neither a number nor what it differs from another tells of
 * fewer than ten.
 */
export interface TrendMonth {
  /** ISO 8601, UTC: when it began. */
  month: string;
  /** Who took part when it ended, or now. */
  members: PeopleCount;
  /** Published in it. */
  proposals: number;
  /** People who supported a proposal in it. */
  supporters: PeopleCount;
  comments: number;
  /** Of the polls that closed in it with ten voters or more, together; null when there are none. */
  turnout: { polls: number; voters: number; rollSize: number } | null;
}

export interface KernTrend {
  kern: string;
  kernName: string;
  /** Oldest first, as many as `total`. */
  months: TrendMonth[];
}

export interface TrendsView {
  /** By name. */
  kernen: KernTrend[];
  /** People are summed over kernen whose number is shown, so that no other can be found by subtraction. */
  total: TrendMonth[];
  madeAt: string;
}

export interface NewsLine {
  kern: string;
  kernName: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** What changed since somebody last read the overview. */
export interface VisitNews {
  /** ISO 8601, UTC: until when she read it the time before; null when this is the first time: then there is no news. */
  since: string | null;
  proposals: { count: number; newest: (NewsLine & { proposal: string; title: string })[] };
  polls: (NewsLine & { poll: string; question: string; outcome: string })[];
  answers: (NewsLine & { proposal: string; title: string })[];
}

/** One calendar month in Amsterdam for the officer of a kern, who knows who takes part: her numbers are exact. */
export interface InsightMonth {
  /** ISO 8601, UTC: when it began. */
  month: string;
  /** Who took part when it ended, or now, by how she had been seen by then: in Teams where the bot can write to her, in Teams, on the page, not yet. */
  members: { bot: number; teams: number; page: number; unseen: number };
  joined: { asked: number; invited: number };
  left: number;
  /** What the officers decided about proposals in it; `medianDays`: half took less. */
  decisions: { count: number; medianDays: number | null };
}

export interface InsightPoll extends NewsLine {
  poll: string;
  question: string;
  rollSize: number;
  /** Null below ten. */
  voters: PeopleCount;
  /** Marked places by each way; null when one of them would tell of fewer than ten. */
  ways: { online: number; help: number; paper: number } | null;
}

export interface InsightMessage extends NewsLine {
  message: string;
  title: string;
  meant: number;
  teams: number;
  /** By mail alone. */
  mail: number;
  /** Not, or not yet. */
  missed: number;
}

export interface InsightView {
  /** All of hers, by name. */
  kernen: { kern: string; name: string }[];
  /** The last twelve, oldest first. */
  months: InsightMonth[];
  proposals: { published: number; waiting: number; returned: number; refused: number };
  /** Over the twelve months together. */
  decisions: InsightMonth["decisions"];
  /** Counted ones that closed in these months, oldest first. */
  polls: InsightPoll[];
  /** The newest that were meant for everybody, oldest first. */
  messages: InsightMessage[];
  madeAt: string;
}
