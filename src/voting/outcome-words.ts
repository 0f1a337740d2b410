/** The outcome in one sentence. Pure. */
import type { TallyView } from "./contract.ts";

const words = {
  nl: {
    nobody: "Niemand heeft gestemd.",
    nothing: "Er is niets gekozen.",
    onlyAbstained: "Niemand koos iets anders dan onthouding.",
    tie: (labels: string) => `Gelijk aantal stemmen voor ${labels}.`,
    won: (label: string, of: string) => `Meeste stemmen: ${label}${of}.`,
    chosen: (labels: string) => `Gekozen: ${labels}.`,
    funded: (number: number, labels: string) =>
      `${number === 1 ? "Eén plan krijgt" : `${number} plannen krijgen`} geld: ${labels}.`,
    agreed: "Aangenomen: niemand maakt bezwaar.",
    objected: (number: string) => `Niet aangenomen: er is bezwaar${number}.`,
    tooFewFor: (of: string) => `Niet aangenomen: te weinig stemmen voor${of}.`,
    noQuorum: "Niet aangenomen: er stemden te weinig mensen.",
    times: (votes: number) => ` (${votes} keer)`,
    of: "van",
    and: "en",
    more: (number: number) => `en nog ${number}`,
    labels: { for: "Voor", against: "Tegen", abstain: "Onthouding" } as Record<string, string>,
  },
  en: {
    nobody: "Nobody voted.",
    nothing: "Nothing was chosen.",
    onlyAbstained: "Nobody chose anything but abstention.",
    tie: (labels: string) => `Equal number of votes for ${labels}.`,
    won: (label: string, of: string) => `Most votes: ${label}${of}.`,
    chosen: (labels: string) => `Elected: ${labels}.`,
    funded: (number: number, labels: string) => `${number === 1 ? "One plan is" : `${number} plans are`} funded: ${labels}.`,
    agreed: "Carried: nobody objects.",
    objected: (number: string) => `Not carried: there are objections${number}.`,
    tooFewFor: (of: string) => `Not carried: too few votes for${of}.`,
    noQuorum: "Not carried: too few people voted.",
    times: (votes: number) => ` (${votes})`,
    of: "of",
    and: "and",
    more: (number: number) => `and ${number} more`,
    labels: { for: "For", against: "Against", abstain: "Abstention" } as Record<string, string>,
  },
};

const budgetRules = new Set(["most-votes", "votes-per-cost", "equal-shares"]);

/**
 * The outcome in one sentence for a mail, a card or the councillor's table; without numbers where so few voted that they could tell
 * how a neighbour did.
 */
export function outcomeInWords(tally: TallyView, language: "nl" | "en", numbers = true): string {
  const say = words[language];
  const countOf = (option: string) => tally.counts.find((count) => count.option === option);
  const label = (option: string) => say.labels[option] ?? countOf(option)?.label ?? option;
  const { outcome, leading } = tally;
  if (tally.voters === 0) return say.nobody;
  if (outcome?.quorum?.reached === false) return say.noQuorum;
  if (outcome?.rule === "consent") {
    const against = countOf("objection")?.votes ?? 0;
    if (outcome.decided) return say.agreed;
    return against > 0 ? say.objected(numbers ? say.times(against) : "") : say.onlyAbstained;
  }
  const [first, ...others] = leading;
  if (first === undefined) return tally.counts.some(({ option }) => option === "abstain") ? say.onlyAbstained : say.nothing;
  if (outcome && budgetRules.has(outcome.rule)) return say.funded(leading.length, listed(leading.map(label), say));
  if (outcome && outcome.rule !== "majority" && outcome.rule !== "plurality") return say.chosen(listed(leading.map(label), say));
  if (others.length > 0 && outcome && outcome.winners.length > 1) return say.chosen(listed(leading.map(label), say));
  if (others.length > 0) return say.tie(leading.map(label).join(` ${say.and} `));
  const of = numbers ? ` (${countOf(first)?.votes ?? 0} ${say.of} ${tally.voters})` : "";
  return first === "for" && outcome?.decided === false ? say.tooFewFor(of) : say.won(label(first), of);
}

/** "a, b en c", at most four and how many more. */
function listed(labels: readonly string[], say: (typeof words)["nl" | "en"]): string {
  if (labels.length > 4) return `${labels.slice(0, 3).join(", ")} ${say.more(labels.length - 3)}`;
  return [labels.slice(0, -1).join(", "), labels.at(-1)].filter(Boolean).join(` ${say.and} `);
}
