/** One sentence per option out of a count of marks or points. */
import type { Option } from "./election.ts";
import type { MarkedOutcome, MarkedReason } from "./marked-rules.ts";
import type { Saying } from "./saying.ts";

/** Takes the options of the election counted; gives the sentences in that order. */
export function explainMarked(options: readonly Option[], outcome: MarkedOutcome): { id: string; said: Saying }[] {
  const label = new Map(options.map(({ id, label }) => [id, label]));
  return outcome.options.map(({ id, votes, points, reason }) => {
    const why = because(reason, (other) => `“${label.get(other) || other}”`);
    const counted = { en: votes === 1 ? "1 vote" : `${votes} votes`, nl: votes === 1 ? "1 stem" : `${votes} stemmen` };
    const got =
      points === votes ? counted : { en: `${points} points of ${counted.en}`, nl: `${points} punten uit ${counted.nl}` };
    return { id, said: { en: `${got.en}${why.en}.`, nl: `${got.nl}${why.nl}.` } };
  });
}

function because(reason: MarkedReason, named: (id: string) => string): Saying {
  switch (reason.code) {
    case "elected":
      return { en: ": elected", nl: ": gekozen" };
    case "adopted":
      return { en: ": adopted", nl: ": aangenomen" };
    case "not-for-election":
    case "no-votes":
      return { en: "", nl: "" };
    case "no-quorum":
      return {
        en: `: nothing is decided, ${reason.voters} people voted and ${reason.needed} were needed`,
        nl: `: er is niets besloten, er stemden ${reason.voters} mensen en er waren er ${reason.needed} nodig`,
      };
    case "below-threshold":
      return { en: `: too few, ${reason.needed} were needed`, nl: `: te weinig, ${reason.needed} waren nodig` };
    case "no-majority":
      return { en: `: rejected, ${reason.needed} were needed`, nl: `: verworpen, ${reason.needed} waren nodig` };
    case "fewer":
      return reason.missing === 0
        ? {
            en: `: as much as ${named(reason.than)}, but of fewer people`,
            nl: `: evenveel als ${named(reason.than)}, maar van minder mensen`,
          }
        : {
            en: `: ${reason.missing} fewer than ${named(reason.than)}`,
            nl: `: ${reason.missing} minder dan ${named(reason.than)}`,
          };
    case "lot":
      return {
        en: `: as many as ${named(reason.to)}, lost by lot`,
        nl: `: evenveel als ${named(reason.to)}, verloren door loting`,
      };
    case "objections":
      return reason.objections === 1
        ? { en: ": stopped by 1 objection", nl: ": tegengehouden door 1 bezwaar" }
        : { en: `: stopped by ${reason.objections} objections`, nl: `: tegengehouden door ${reason.objections} bezwaren` };
  }
}
