/** Gathers the figures of kernen from the slices below. */
import { allKernen, shownPeople } from "../kernen/index.ts";
import { membersByKern } from "../members/index.ts";
import { owedAnswers, proposalFigures, topProposals } from "../proposals/index.ts";
import type { Language, Tx } from "../shared/work.ts";
import { type CountedPoll, lastCountedPolls, outcomeInWords, pollFigures, smallestShownGroup } from "../voting/index.ts";
import type { KernFigures, OverviewView } from "./contract.ts";
import { daysBetween } from "./rules.ts";

/** Below ten ballots without numbers. */
export function pollOutcome({ tally }: CountedPoll, language: Language): string {
  return outcomeInWords(tally, language, tally.voters >= smallestShownGroup);
}

/** Figures of every kern, by name; of one kern when named. */
export async function figuresOf(tx: Tx, language: Language, now: Date, only?: string): Promise<KernFigures[]> {
  const kernen = (await allKernen(tx)).filter(({ kern }) => only === undefined || kern === only);
  const proposals = new Map((await proposalFigures(tx, only)).map((row) => [row.kern, row]));
  const polls = new Map((await pollFigures(tx)).map((row) => [row.kern, row]));
  const unanswered = await owedAnswers(tx, now, only === undefined ? undefined : [only]);
  const members = await membersByKern(tx);
  const tops = new Map((await topProposals(tx, only)).map((row) => [row.kern, row]));
  const lasts = new Map((await lastCountedPolls(tx, only)).map((row) => [row.kern, row]));
  return kernen.map(({ kern, name }): KernFigures => {
    const counted = proposals.get(kern);
    const held = polls.get(kern);
    const top = tops.get(kern);
    const last = lasts.get(kern);
    const owed = unanswered.filter((proposal) => proposal.kern === kern);
    const since = [counted?.oldestWaitingSince, owed[0]?.publishedAt].filter((date) => date instanceof Date);
    return {
      kern,
      kernName: name,
      members: shownPeople(members.get(kern) ?? 0),
      proposals: {
        published: counted?.published ?? 0,
        waiting: counted?.waiting ?? 0,
        returned: counted?.returned ?? 0,
        refused: counted?.refused ?? 0,
      },
      mostSupported:
        top && top.supportCount > 0 ? { proposal: top.proposal, title: top.title, support: shownPeople(top.supportCount) } : null,
      polls: { planned: held?.planned ?? 0, open: held?.open ?? 0, closed: held?.closed ?? 0 },
      lastPoll: last
        ? {
            poll: last.poll,
            question: last.question,
            outcome: pollOutcome(last, language),
            voters: shownPeople(last.tally.voters),
            rollSize: shownPeople(last.tally.rollSize),
          }
        : null,
      waiting: {
        count: (counted?.waiting ?? 0) + owed.length,
        oldestDays: since.length === 0 ? null : Math.max(...since.map((date) => daysBetween(date, now))),
      },
    };
  });
}

/**
 * The municipality's sums. Members are summed over kernen that may be shown, so that a kern below ten cannot be found by subtraction.
 */
export function totalOf(kernen: readonly KernFigures[]): OverviewView["total"] {
  const sum = (pick: (kern: KernFigures) => number) => kernen.reduce((total, kern) => total + pick(kern), 0);
  const oldest = kernen.flatMap(({ waiting }) => waiting.oldestDays ?? []);
  return {
    members: shownPeople(sum(({ members }) => members ?? 0)),
    proposals: {
      published: sum(({ proposals }) => proposals.published),
      waiting: sum(({ proposals }) => proposals.waiting),
      returned: sum(({ proposals }) => proposals.returned),
      refused: sum(({ proposals }) => proposals.refused),
    },
    polls: {
      planned: sum(({ polls }) => polls.planned),
      open: sum(({ polls }) => polls.open),
      closed: sum(({ polls }) => polls.closed),
    },
    waiting: { count: sum(({ waiting }) => waiting.count), oldestDays: oldest.length === 0 ? null : Math.max(...oldest) },
  };
}
