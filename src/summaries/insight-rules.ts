/** Pure rules of the officer's insight: months laid out, and ways of voting told only when none of them tells of fewer than ten. */
import { shownPeople } from "../kernen/index.ts";
import type { Bands, ComingAndGoing } from "../members/index.ts";
import type { Decisions } from "../proposals/index.ts";
import { smallestShownGroup, type Turnout } from "../voting/index.ts";
import type { InsightMonth, InsightPoll } from "./contract.ts";

/** What the slices below counted; a month or moment in which nothing was counted is left out of theirs. */
export interface CountedMonths {
  bands: readonly Bands[];
  coming: readonly ComingAndGoing[];
  decisions: readonly Decisions[];
}

export function insightMonths(starts: readonly Date[], { bands, coming, decisions }: CountedMonths): InsightMonth[] {
  return starts.map((start, at) => {
    const { bot, teams, page, unseen } = bands.find(({ moment }) => moment === at) ?? { bot: 0, teams: 0, page: 0, unseen: 0 };
    const { asked, invited, left } = coming.find(({ month }) => month === at) ?? { asked: 0, invited: 0, left: 0 };
    return {
      month: start.toISOString(),
      members: { bot, teams, page, unseen },
      joined: { asked, invited },
      left,
      decisions: decisionsOf(decisions.find(({ month }) => month === at)),
    };
  });
}

/** Days with one decimal. */
export function decisionsOf(found: Decisions | undefined): InsightMonth["decisions"] {
  return found ? { count: found.count, medianDays: Math.round(found.medianDays * 10) / 10 } : { count: 0, medianDays: null };
}

/** All ways or none: with one hidden, the others would give it away. No voter by a way tells of nobody. */
export function insightPoll({ poll, kern, kernName, question, closesAt, rollSize, voters, ways }: Turnout): InsightPoll {
  const shown = shownPeople(voters);
  const small = Object.values(ways).some((count) => count > 0 && count < smallestShownGroup);
  return {
    poll,
    kern,
    kernName,
    question,
    at: closesAt.toISOString(),
    rollSize,
    voters: shown,
    ways: shown === null || small ? null : ways,
  };
}
