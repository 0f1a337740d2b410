/** The verdict in sentences for people, in Dutch (B1) and English: the same for the page and the command. */
import type { ChoiceFault } from "../voting/counting/choices.ts";
import type { CheckName, CheckResult, Fault, FaultDetail, Figures, Place, WhyNot } from "./verdict.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

export type Language = "nl" | "en";

/** One sentence per code. Figures come in as they should be written. */
export interface Words {
  locale: string;
  checks: Record<CheckName, string>;
  figures: Record<CheckName, (say: (name: string) => string) => string>;
  partly: string;
  whyNot: Record<WhyNot, string>;
  parts: Record<Place["part"], string>;
  choice: string;
  details: { [D in FaultDetail as D["code"]]: (detail: D) => string };
  choices: { [C in ChoiceFault as C["code"]]: (fault: C) => string };
  expected: Record<Extract<FaultDetail, { code: "wrong-form" }>["expected"], string>;
  sound: string;
  unsound: string;
}

const languages: Readonly<Record<Language, Words>> = { nl, en };

export function checkTitle(check: CheckName, language: Language): string {
  return languages[language].checks[check];
}

/** The name of a check and what came of it: "4 hoofden …", the fault, or why it was not done. */
export function sayCheck(result: CheckResult, language: Language): { name: string; says: string } {
  const words = languages[language];
  const name = words.checks[result.check];
  if (result.state === "failed") return { name, says: sayFault(result.fault, language) };
  if (result.state === "not-checked") return { name, says: words.whyNot[result.why] };
  const figures = words.figures[result.check](figureWriter(result.figures, words.locale));
  return { name, says: result.partly ? `${figures} ${words.partly}` : figures };
}

const figureWriter = (figures: Figures, locale: string) => (name: string) =>
  new Intl.NumberFormat(locale).format(figures[name] ?? 0);

/** Where, and what is wrong there: "stembiljet 17 (K7QF-2MXP-9D4A): de stempas klopt niet". */
export function sayFault({ place, detail }: Fault, language: Language): string {
  return `${sayPlace(place, languages[language])}: ${sayDetail(detail, languages[language])}`;
}

export function sayVerdict(sound: boolean, language: Language): string {
  return sound ? languages[language].sound : languages[language].unsound;
}

function sayPlace(place: Place, words: Words): string {
  const part = words.parts[place.part];
  if (place.part === "definition") return part;
  if (place.part === "file" || place.part === "result") return [part, ...place.path].join(", ");
  const entry = `${part} ${place.entry}`;
  if (place.part === "paper" && place.choice !== undefined) return `${entry}, ${words.choice} ${place.choice}`;
  return "number" in place ? `${entry} (${place.number})` : entry;
}

function sayDetail(detail: FaultDetail, words: Words): string {
  if (detail.code === "choice") return say(words.choices, detail.fault);
  if (detail.code === "wrong-form") return words.expected[detail.expected];
  return say(words.details, detail);
}

/** The compiler cannot follow that a thing's own code picks the sentence that takes it. */
function say<T extends { code: string }>(sentences: { [code: string]: unknown }, thing: T): string {
  const sentence = sentences[thing.code] as (thing: T) => string;
  return sentence(thing);
}
