import type { PaperBallot, PollView } from "../../voting/contract.ts";
import { budgetOf } from "../../voting/counting/choices.ts";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { useOptionLabel } from "../voting/option-label.ts";
import { type Paper, type TypedFault, typedOf } from "./paper-typed.ts";

/** The ballot paper of this poll, as it was printed. */
export const paperOf = ({ form, options, count }: PollView): Paper => ({
  form,
  options: options.map(({ option, cost }) => ({ id: option, cost })),
  budget: budgetOf(count),
});

export interface PaperWords {
  /** "2 5: Steiger, Bankjes"; a dash where there is no ballot. */
  ballot(ballot: PaperBallot | null): string;
  fault(fault: TypedFault): string;
}

/** Ballots and faults of typing in words. */
export function usePaperWords(poll: PollView): PaperWords {
  const say = useText("polling");
  const language = useLanguage();
  const label = useOptionLabel();
  const nameOf = (option: string) => label(poll.options.find((each) => each.option === option) ?? { option, label: option });
  return {
    ballot(ballot) {
      if (ballot === null) return say("entry.absent");
      if (ballot === "spoiled") return say("entry.spoiled");
      const ids = "ranking" in ballot ? ballot.ranking : "chosen" in ballot ? ballot.chosen : Object.keys(ballot.points);
      return ids.length === 0 ? say("entry.blank") : `${typedOf(paperOf(poll), ballot)}: ${ids.map(nameOf).join(", ")}`;
    },
    fault(fault) {
      switch (fault.code) {
        case "no-such-number":
          return say("entry.no-such-number", { number: fault.number });
        case "option-twice":
          return say("entry.option-twice", { option: nameOf(fault.option) });
        case "too-few":
          return say("entry.too-few", { min: fault.min });
        case "too-many":
          return say("entry.too-many", { max: fault.max });
        case "over-budget":
          return say("entry.over-budget", { cost: euros(fault.cost, language), budget: euros(fault.budget, language) });
        case "wrong-points":
          return say("entry.wrong-points", { min: fault.min, max: fault.max });
        case "over-total":
          return say("entry.over-total", { points: fault.points, total: fault.total });
        default:
          return say("entry.not-numbers");
      }
    },
  };
}
