/** What a councillor reads: figures per kern and a short, sourced reading. Figures below 10 people are null ("< 10"). */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

export const viewOverviewInput = z.object({});
export const viewKernReadingInput = z.object({ kern: kernId });

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
