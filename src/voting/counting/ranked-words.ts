/** One sentence per option out of the trace of a ranked count: what it got, and why it won or did not. */
import type { Option } from "./election.ts";
import type { BordaOutcome, RankedOutcome, SchulzeOutcome, TransferOutcome } from "./ranked-outcome.ts";
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
  if (outcome.rule === "borda") return explainBorda(id, outcome);
  return explainTransfers(id, outcome);
}

function explainBorda(id: string, outcome: BordaOutcome): Saying {
  const got = many(outcome.stages[0]?.votes[id] ?? "0", ["point", "points"], ["punt", "punten"]);
  const tier = outcome.ranking.findIndex((ids) => ids.includes(id));
  const place = outcome.ranking.slice(0, tier).flat().length + 1;
  const lot = wasDrawn(id, outcome) ? { en: " by lot", nl: " door loting" } : { en: "", nl: "" };
  const end = outcome.winners.includes(id) ? { en: "won", nl: "gewonnen" } : { en: "lost", nl: "verloren" };
  return { en: `${got.en}, place ${place}: ${end.en}${lot.en}.`, nl: `${got.nl}, plaats ${place}: ${end.nl}${lot.nl}.` };
}

function explainTransfers(id: string, outcome: TransferOutcome): Saying {
  const { stages } = outcome;
  const begin = many(
    stages[0]?.votes[id] ?? "0",
    ["first preference", "first preferences"],
    ["eerste voorkeur", "eerste voorkeuren"],
  );
  const votesIn = (stage: number) => many(stages[stage]?.votes[id] ?? "0", ["vote", "votes"], ["stem", "stemmen"]);
  const won = stages.findIndex(({ elected }) => elected.includes(id));
  const out = stages.findIndex(({ action, option }) => action === "exclude" && option === id);
  if (won >= 0) {
    const [votes, why] = [votesIn(won), becauseElected(outcome, Number(stages[won]?.votes[id]))];
    return {
      en: `${begin.en}; elected in stage ${won + 1} with ${votes.en}: ${why.en}.`,
      nl: `${begin.nl}; gekozen in ronde ${won + 1} met ${votes.nl}: ${why.nl}.`,
    };
  }
  const votes = votesIn(out < 0 ? stages.length - 1 : out - 1);
  if (out < 0)
    return {
      en: `${begin.en}; at the end ${votes.en}, not enough for a seat.`,
      nl: `${begin.nl}; aan het einde ${votes.nl}, niet genoeg voor een plaats.`,
    };
  const by = tieBreak(outcome, `exclusion in stage ${out + 1}`);
  return {
    en: `${begin.en}; with ${votes.en} the fewest, so excluded in stage ${out + 1}${by.en}.`,
    nl: `${begin.nl}; met ${votes.nl} de minste, dus afgevallen in ronde ${out + 1}${by.nl}.`,
  };
}

function becauseElected({ quota }: TransferOutcome, votes: number): Saying {
  if (quota === undefined)
    return { en: "more than half of the votes held", nl: "meer dan de helft van de stemmen die nog gelden" };
  return votes < quota
    ? { en: "the last seats were for those left", nl: "de laatste plaatsen waren voor wie overbleef" }
    : { en: `${quota} were needed`, nl: `${quota} waren nodig` };
}

function tieBreak({ ties }: TransferOutcome, at: string): Saying {
  const tie = ties.find((one) => one.at === at);
  if (!tie) return { en: "", nl: "" };
  return tie.by === "lot" ? { en: ", by lot", nl: ", door loting" } : { en: ", by earlier stages", nl: ", door eerdere rondes" };
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

/** A number with its word; "253.00000" says no more than "253". Dutch writes a comma. */
function many(number: string, [one, more]: [string, string], [een, meer]: [string, string]): Saying {
  const short = number.includes(".") ? number.replace(/\.?0+$/, "") : number;
  return { en: `${short} ${short === "1" ? one : more}`, nl: `${short.replace(".", ",")} ${short === "1" ? een : meer}` };
}
