/** One sentence per option out of the trace of a ranked count: what it got, and why it won or did not. */
import type { Option } from "./election.ts";
import type { RankedOutcome, RankedStage, SchulzeOutcome, TransferOutcome } from "./ranked-outcome.ts";
import type { Saying } from "./saying.ts";

/** Takes the options of the election counted; gives the sentences in that order. Votes as in the trace, with a decimal comma in Dutch. */
export function explainRanked(options: readonly Option[], outcome: RankedOutcome): { id: string; said: Saying }[] {
  const label = new Map(options.map(({ id, label }) => [id, label]));
  const named = (id: string) => `“${label.get(id) || id}”`;
  return options.map(({ id }, place) => ({ id, said: explain(id, place, outcome, options, named) }));
}

function explain(
  id: string,
  place: number,
  outcome: RankedOutcome,
  options: readonly Option[],
  named: (id: string) => string,
): Saying {
  if (outcome.valid === 0) return { en: "Nobody cast a ballot that counts.", nl: "Niemand bracht een stem uit die telt." };
  if (outcome.rule === "schulze") return explainSchulze(id, place, outcome, options, named);
  if (outcome.rule === "borda") {
    const points = outcome.stages[0]?.votes[id] ?? "0";
    const rank = outcome.ranking.findIndex((tier) => tier.includes(id)) + 1;
    const lot = wasDrawn(id, outcome);
    const [end, einde] = outcome.winners.includes(id) ? ["won", "gewonnen"] : ["did not win", "niet gewonnen"];
    return {
      en: `${points} points, place ${rank}: ${end}${lot ? " by lot" : ""}.`,
      nl: `${dutch(points)} punten, plaats ${rank}: ${einde}${lot ? " door loting" : ""}.`,
    };
  }
  return explainTransfers(id, outcome);
}

function explainTransfers(id: string, outcome: TransferOutcome): Saying {
  const first = outcome.stages[0]?.votes[id] ?? "0";
  const won = outcome.stages.findIndex(({ elected }) => elected.includes(id));
  const out = outcome.stages.findIndex(({ action, option }) => action === "exclude" && option === id);
  const begin = { en: `${short(first)} first preferences`, nl: `${dutch(short(first))} eerste voorkeuren` };
  if (won >= 0) {
    const votes = votesAt(outcome.stages[won], id);
    const { quota } = outcome;
    const filled = quota !== undefined && Number(votes) < quota;
    const why = filled
      ? { en: "the last seats were for those left", nl: "de laatste plaatsen waren voor wie overbleef" }
      : quota === undefined
        ? { en: "more than half of the votes held", nl: "meer dan de helft van de stemmen die nog gelden" }
        : { en: `${quota} were needed`, nl: `${quota} waren nodig` };
    return {
      en: `${begin.en}; elected in stage ${won + 1} with ${short(votes)} votes: ${why.en}.`,
      nl: `${begin.nl}; gekozen in ronde ${won + 1} met ${dutch(short(votes))} stemmen: ${why.nl}.`,
    };
  }
  if (out < 0) {
    const votes = short(votesAt(outcome.stages.at(-1), id));
    return {
      en: `${begin.en}; at the end ${votes} votes, not enough for a seat.`,
      nl: `${begin.nl}; aan het einde ${dutch(votes)} stemmen, niet genoeg voor een plaats.`,
    };
  }
  const votes = short(votesAt(outcome.stages[out - 1], id));
  const tie = outcome.ties.find(({ at, first }) => at === `exclusion in stage ${out + 1}` && first === id);
  const [by, door] =
    tie === undefined
      ? ["", ""]
      : tie.by === "lot"
        ? [", by lot", ", door loting"]
        : [", by earlier stages", ", door eerdere rondes"];
  return {
    en: `${begin.en}; with ${votes} votes the fewest, so excluded in stage ${out + 1}${by}.`,
    nl: `${begin.nl}; met ${dutch(votes)} stemmen de minste, dus afgevallen in ronde ${out + 1}${door}.`,
  };
}

function explainSchulze(
  id: string,
  place: number,
  outcome: SchulzeOutcome,
  options: readonly Option[],
  named: (id: string) => string,
): Saying {
  if (outcome.condorcetWinner === id)
    return { en: "Beats every other option one to one.", nl: "Wint één tegen één van elke andere keuze." };
  const beats = (a: number, b: number) => (outcome.strengths[a]?.[b] ?? 0) > (outcome.strengths[b]?.[a] ?? 0);
  if (outcome.winners.includes(id)) {
    return wasDrawn(id, outcome)
      ? {
          en: "Nothing on the ballots tells it from the best others: won by lot.",
          nl: "Even sterk als de beste andere: gewonnen door loting.",
        }
      : {
          en: "No other option left has a stronger chain of wins.",
          nl: "Geen andere keuze heeft een sterkere reeks overwinningen.",
        };
  }
  const above = outcome.winners.find((winner) =>
    beats(
      options.findIndex((option) => option.id === winner),
      place,
    ),
  );
  if (above === undefined)
    return { en: "As strong as the winner, but lost by lot.", nl: "Even sterk als de winnaar, maar verloren door loting." };
  const rival = options.findIndex((option) => option.id === above);
  const [theirs, ours] = [outcome.pairwise[rival]?.[place] ?? 0, outcome.pairwise[place]?.[rival] ?? 0];
  if (theirs > ours)
    return {
      en: `Loses to ${named(above)}: ${theirs} voters prefer that one, ${ours} this one.`,
      nl: `Verliest van ${named(above)}: ${theirs} kiezers verkiezen die, ${ours} deze.`,
    };
  const [to, back] = [outcome.strengths[rival]?.[place] ?? 0, outcome.strengths[place]?.[rival] ?? 0];
  return {
    en: `Loses to ${named(above)} by way of others: that chain of wins counts ${to} votes, the one back ${back}.`,
    nl: `Verliest via andere keuzes van ${named(above)}: die reeks overwinningen telt ${to} stemmen, terug ${back}.`,
  };
}

function wasDrawn(id: string, { ties }: RankedOutcome): boolean {
  return ties.some(({ by, among }) => by === "lot" && among.includes(id));
}

function votesAt(stage: RankedStage | undefined, id: string): string {
  return stage?.votes[id] ?? "0";
}

/** "253.00000" says no more than "253". */
function short(votes: string): string {
  return votes.includes(".") ? votes.replace(/\.?0+$/, "") : votes;
}

function dutch(votes: string): string {
  return votes.replace(".", ",");
}
