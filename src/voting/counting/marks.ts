/** Counts ballots on which options are marked or given points. */
import type { Election, Lots, MarkedBallot } from "./election.ts";
import { addUp } from "./mark-sums.ts";
import { ballotFault, type MarkedOutcome, type MarkedRule } from "./marked-rules.ts";
import { decideConsent, decideMajority } from "./marks-decide.ts";
import { elect } from "./marks-elect.ts";
import { votersIn } from "./voters.ts";

export type * from "./marked-rules.ts";
export { ballotFault } from "./marked-rules.ts";

/**
 * Takes the ballots, the rule and the lots drawn from the same ballots (drawLots; used only by rules that elect, when votes are
 * equal at the last seat). Ballots that break the rule (ballotFault) are counted as voters and nothing else.
 * Throws a RangeError when the rule names an option that is not there, or a share without the roll it is a share of.
 */
export function countMarks(election: Election<MarkedBallot>, rule: MarkedRule, lots: Lots): MarkedOutcome {
  const good = election.ballots.filter((ballot) => ballotFault(rule, ballot, election.options.length) === undefined);
  const sums = addUp(election, good, rule);
  const { winners, ...decided } = decide(rule, sums, lots);
  const won = new Set(winners);
  return {
    rule: rule.rule,
    winners: winners.map((place) => election.options[place]?.id ?? ""),
    voters: sums.voters,
    blank: votersIn(good.filter(({ options }) => options.length === 0)),
    invalid: sums.voters - votersIn(good),
    votersWithNoWinner: sums.voters - votersIn(good.filter(({ options }) => options.some((place) => won.has(place)))),
    ...decided,
  };
}

function decide(rule: MarkedRule, sums: ReturnType<typeof addUp>, lots: Lots) {
  if (rule.rule === "majority") return decideMajority(rule, sums);
  if (rule.rule === "consent") return decideConsent(rule, sums);
  return elect(rule, sums, lots);
}
