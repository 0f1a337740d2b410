/** A poll's rule in the words of the rules for marked ballots, and what it decides. docs/ballot-format.md, section 9. */
import { type MarkedOutcome, type MarkedRule, shareOf } from "./marked-rules.ts";
import type { BallotForm, CountingRule, PollDefinition } from "./poll.ts";
import type { PollOutcome } from "./poll-outcome.ts";
import { type RankedRule, rankedRules } from "./ranked-outcome.ts";

type Ranked = Extract<CountingRule, { rule: RankedRule }>;
type Marked = Exclude<CountingRule, Ranked | { budget: number }>;
type Deciding = Extract<CountingRule, { quorum: number }>;

export const isRanked = (count: CountingRule): count is Ranked => rankedRules.some((rule) => rule === count.rule);

export function markedRule({ form, rollSize }: Pick<PollDefinition, "form" | "rollSize">, count: Marked): MarkedRule {
  if (count.rule === "majority") return majority(count, rollSize);
  if (count.rule === "consent") return { rule: "consent", object: "objection", ...quorum(count, rollSize) };
  const { rule, seats } = count;
  if (rule === "score") return { rule, seats, max: form.kind === "score" ? form.max : 0 };
  if (rule === "points") return { rule, seats, ...divided(form) };
  if (form.kind === "multiple") return { rule: "multiple", seats, min: form.min, max: form.max };
  return { rule, seats };
}

/** More than half of the roll is half of it, rounded down, and one. */
function majority(count: Extract<Marked, { rule: "majority" }>, roll: number): MarkedRule {
  const least = count.share === "half" ? Math.floor(roll / 2) + 1 : shareOf({ part: 2, of: 3 }, roll);
  return {
    rule: "majority",
    for: "for",
    against: "against",
    abstain: "abstain",
    needs: count.share === "half" || count.of === "roll" ? "simple" : "two-thirds",
    ...(count.of === "roll" && { leastVotes: least }),
    ...quorum(count, roll),
  };
}

const divided = (form: BallotForm) =>
  form.kind === "points" ? { total: form.total, perOption: form.perOption ?? form.total } : { total: 0 };

const quorum = ({ quorum: part }: Deciding, roll: number) => (part === 0 ? {} : { roll, quorum: { part, of: 100 } });

/** Carried or not, and whether enough people voted. Consent needs at least one who consents. */
export function decisionOf(
  count: Deciding,
  outcome: Pick<MarkedOutcome, "decision" | "voters" | "options">,
  rollSize: number,
): Pick<PollOutcome, "decided" | "quorum" | "winners"> {
  const subject = count.rule === "majority" ? "for" : "consent";
  const votes = outcome.options.find(({ id }) => id === subject)?.votes ?? 0;
  const decided = outcome.decision === "adopted" && votes > 0;
  const needed = shareOf({ part: count.quorum, of: 100 }, rollSize);
  const voted = outcome.voters;
  return {
    decided,
    quorum: count.quorum === 0 ? null : { needed, voted, reached: voted >= needed },
    winners: decided ? [subject] : [],
  };
}
