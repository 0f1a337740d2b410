/** The words the bot understands, by what they mean. Without accents and capitals. */
import type { Language } from "../../shared/work.ts";

export interface Keyword {
  word: string;
  /** null: the same in both. */
  language: Language | null;
}

function keywords(dutch: string, english: string, both = ""): readonly Keyword[] {
  const of = (words: string, language: Language | null) => words.split(" ").map((word) => ({ word, language }));
  return [...of(dutch, "nl"), ...of(english, "en"), ...of(both, null)].filter(({ word }) => word !== "");
}

export const meanings = {
  proposals: keywords("voorstellen ideeen plannen", "proposals ideas"),
  proposal: keywords("voorstel idee", "proposal idea"),
  /** With a proposal: she brings one. */
  bring: keywords("nieuw nieuwe indienen plaatsen maken schrijven doen voordragen", "new submit create add write make"),
  /** With one proposal, not with several: "ik wil een voorstel over …" brings one, "ik wil voorstellen zien" does not. */
  wish: keywords("wil heb mijn", "want have my"),
  support: keywords("steun steunen ondersteun ondersteunen", "support supporting"),
  poll: keywords("stemming stemmingen stem stemmen peiling", "poll polls vote votes voting"),
  meetings: keywords(
    "bijeenkomst bijeenkomsten vergadering vergaderingen dorpsavond inloopavond informatieavond avonden",
    "meeting meetings event events calendar",
    "agenda",
  ),
  /** Only with somebody who comes: "goede avond" is a greeting. */
  evening: keywords("avond ochtend middag", "evening"),
  come: keywords("kom komen aanmelden opgeven", "come coming attend"),
  tasks: keywords("taken taak werkplek", "tasks task desk"),
  report: keywords("melding melden meld", "report reporting"),
  kern: keywords("kern dorp overzicht", "village overview news"),
  help: keywords("hulp uitleg helpen opdrachten", "commands", "help menu start info"),
  greeting: keywords(
    "hallo hoi dag goedemorgen goedemiddag goedenavond goedendag morgen moin",
    "hello morning afternoon evening",
    "hi hey",
  ),
} satisfies Record<string, readonly Keyword[]>;

export type Meaning = keyof typeof meanings;

/** Words that stand around a command and mean nothing by themselves. */
export const passing: ReadonlySet<string> = new Set(
  (
    "ik wij we u je jij er een om te over voor dat met van graag eens even zou willen wil kan kunnen mag moet moeten heb hebben is zijn " +
    "wat welke waar wanneer hoe naar niet ook volgende komende laat zien toon geef mij me mijn alsjeblieft alstublieft aub bij zoek zoeken nu alle open iets meeste nieuwste " +
    "i we you a an to for about on of that can could would like want have show me my what which where please all search find now is are there not when next upcoming am m ll will most newest"
  ).split(" "),
);
