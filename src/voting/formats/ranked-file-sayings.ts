/** Every sentence about a broken file of ranked ballots. */
import type { Saying } from "./file-fault.ts";

/** What stands there, in quotes; cut where it grows too long to read. */
function found(text: string): Saying {
  const shown = text.length > 20 ? `${text.slice(0, 19)}…` : text;
  return text === ""
    ? { en: "the file ends", nl: "het bestand houdt op" }
    : { en: `here stands “${shown}”`, nl: `hier staat “${shown}”` };
}

const expected = (en: string, nl: string, there: string): Saying => ({
  en: `Expected ${en}, but ${found(there).en}.`,
  nl: `Hier hoort ${nl}, maar ${found(there).nl}.`,
});

export const mostVoters = 1_000_000_000;
export const mostCandidates = 10_000;

export const sayings = {
  candidateCount: (there: string): Saying =>
    expected(`the number of candidates (1 to ${mostCandidates})`, `het aantal kandidaten (1 tot ${mostCandidates})`, there),
  seatCount: (there: string): Saying => expected("the number of seats (1 or more)", "het aantal zetels (1 of meer)", there),
  ballotCount: (there: string): Saying =>
    expected(
      "a number of ballots, or 0 to end the ballots",
      "een aantal stembiljetten, of 0 om de stembiljetten af te sluiten",
      there,
    ),
  orderCount: (there: string): Saying =>
    expected("a number of ballots (1 or more)", "een aantal stembiljetten (1 of meer)", there),
  candidate: (there: string, candidates: number): Saying =>
    expected(`a candidate from 1 to ${candidates}`, `een kandidaat van 1 tot en met ${candidates}`, there),
  candidateOrEnd: (there: string, candidates: number): Saying =>
    expected(
      `a candidate from 1 to ${candidates}, “-”, or 0 to end the ballot`,
      `een kandidaat van 1 tot en met ${candidates}, “-”, of 0 om het stembiljet af te sluiten`,
      there,
    ),
  withdrawn: (there: string, candidates: number): Saying =>
    expected(
      `the number of a candidate who withdrew (-1 to -${candidates})`,
      `het nummer van een teruggetrokken kandidaat (-1 tot en met -${candidates})`,
      there,
    ),
  option: (there: string): Saying => expected("“[withdrawn …]”", "“[withdrawn …]”", there),
  twice: (candidate: number): Saying => ({
    en: `Candidate ${candidate} stands on this ballot twice; once was expected.`,
    nl: `Kandidaat ${candidate} staat twee keer op dit stembiljet; één keer mag.`,
  }),
  tooMany: (): Saying => ({
    en: `Expected at most ${mostVoters} ballots in all.`,
    nl: `Samen mogen het hoogstens ${mostVoters} stembiljetten zijn.`,
  }),
  name: (candidate: number, there: string): Saying =>
    expected(`the name of candidate ${candidate}`, `de naam van kandidaat ${candidate}`, there),
  nameMissing: (candidate: number, candidates: number): Saying => ({
    en: `Expected ${candidates} names in the heading: “# ALTERNATIVE NAME ${candidate}: …” is missing.`,
    nl: `In de kop horen ${candidates} namen: “# ALTERNATIVE NAME ${candidate}: …” ontbreekt.`,
  }),
  openQuote: (): Saying => ({
    en: "Expected a closing quotation mark on this line.",
    nl: "Op deze regel ontbreekt het sluitende aanhalingsteken.",
  }),
  afterName: (there: string): Saying => expected("the end of the line", "het einde van de regel", there),
  openIdentifier: (): Saying => ({
    en: "Expected “)” after the ballot's identifier.",
    nl: "Na het kenmerk van het stembiljet ontbreekt “)”.",
  }),
  closingBrace: (there: string): Saying => expected("“}” or a comma", "“}” of een komma", there),
  colon: (there: string): Saying => expected("“:” after the number of ballots", "“:” na het aantal stembiljetten", there),
  comma: (there: string): Saying => expected("a comma or the end of the line", "een komma of het einde van de regel", there),
  noTies: (kind: string): Saying => ({
    en: `Expected one candidate per rank: a .${kind} file has no ties.`,
    nl: `Hier hoort één kandidaat per plaats: een .${kind}-bestand kent geen gelijke plaatsen.`,
  }),
  complete: (kind: string, ranked: number, candidates: number): Saying => ({
    en: `Expected all ${candidates} candidates on this ballot, as in every .${kind} file; here are ${ranked}.`,
    nl: `Hier horen alle ${candidates} kandidaten op het stembiljet, zoals in elk .${kind}-bestand; dit zijn er ${ranked}.`,
  }),
  total: (what: "voters" | "orders", stated: number, actual: number): Saying => ({
    en: `The heading says ${stated} ${what}, but the ballots below hold ${actual}.`,
    nl: `De kop noemt ${stated} ${what === "voters" ? "kiezers" : "verschillende stembiljetten"}, maar eronder staan er ${actual}.`,
  }),
  heading: (there: string): Saying =>
    expected(
      "“# NUMBER ALTERNATIVES: …” or the number of candidates",
      "“# NUMBER ALTERNATIVES: …” of het aantal kandidaten",
      there,
    ),
  totals: (there: string): Saying =>
    expected(
      "three numbers: voters, ballots, different ballots",
      "drie getallen: kiezers, stembiljetten, verschillende stembiljetten",
      there,
    ),
};
