/** Why each option won or did not, out of the count. Pure. */
import type { PollOutcome, PublicPollView } from "../../voting/contract.ts";
import { explainBudget } from "../../voting/counting/budget-words.ts";
import type { MarkedOutcome } from "../../voting/counting/marked-rules.ts";
import { explainMarked } from "../../voting/counting/marked-words.ts";
import type { RankedOutcome } from "../../voting/counting/ranked-outcome.ts";
import { explainRanked } from "../../voting/counting/ranked-words.ts";
import type { Saying } from "../../voting/counting/saying.ts";

type Poll = Pick<PublicPollView, "options" | "count">;

/** By option; empty where so few voted that reasons would tell how somebody did. */
export function reasonsOf({ options, count }: Poll, outcome: PollOutcome | null): ReadonlyMap<string, Saying> {
  return new Map(explained({ options, count }, outcome).map(({ id, said }) => [id, said]));
}

function explained({ options, count }: Poll, outcome: PollOutcome | null): { id: string; said: Saying }[] {
  if (!outcome) return [];
  const { winners, ties } = outcome;
  const defined = options.map(({ option, label, cost }) => ({ id: option, label, cost }));
  // The export leaves these three out where they stand beside them already.
  if (outcome.marked) return explainMarked(defined, { ...outcome.marked, rule: outcome.rule, winners, ties } as MarkedOutcome);
  if (outcome.ranked) return explainRanked(defined, { ...outcome.ranked, rule: outcome.rule, winners, ties } as RankedOutcome);
  if (!outcome.budget || !("budget" in count)) return [];
  return explainBudget(outcome.budget, {
    rule: count.rule,
    perPoint: count.rule === "equal-shares" && count.utility !== "cost" && count.utility !== "votes",
    label: (id) => options.find(({ option }) => option === id)?.label ?? id,
  });
}
