/** What somebody asks the bot, out of free text in Dutch or English. Pure: no clock, no language setting, no SDK. */
import type { Language } from "../../shared/work.ts";

export type CommandKind = "greeting" | "help" | "proposals" | "polls" | "new-proposal" | "unknown";

/** `language`: the one the words belong to; null when they are the same in both ("hi") or not understood. */
export interface Command {
  kind: CommandKind;
  language: Language | null;
}

interface Keyword {
  word: string;
  language: Language | null;
}

function keywords(dutch: string, english: string, both = ""): Keyword[] {
  const of = (words: string, language: Language | null) => words.split(" ").map((word) => ({ word, language }));
  return [...of(dutch, "nl"), ...of(english, "en"), ...of(both, null)].filter(({ word }) => word !== "");
}

const vocabulary = {
  proposal: keywords("voorstel voorstellen idee ideeen plannen", "proposal proposals idea ideas"),
  poll: keywords("stemming stemmingen stem stemmen peiling", "poll polls vote votes voting"),
  fresh: keywords("nieuw nieuwe indienen plaatsen maken schrijven doen", "new submit create add write make"),
  help: keywords("hulp uitleg helpen opdrachten", "commands", "help menu start info"),
  greeting: keywords(
    "hallo hoi dag goedemorgen goedemiddag goedenavond goedendag morgen moin",
    "hello morning afternoon evening",
    "hi hey",
  ),
} satisfies Record<string, Keyword[]>;

/** Longer texts are somebody's own words and no command, also when "voorstel" stands in them. In words, and in characters with mentions. */
const longestCommand = { words: 7, characters: 1000 };

/** Reads a command out of `text`, which may hold mentions (<at>…</at>), accents, capitals, punctuation and small typing errors. */
export function readCommand(text: string): Command {
  if (text.length > longestCommand.characters) return { kind: "unknown", language: null };
  const words = wordsOf(text);
  if (words.length === 0) return { kind: /^[\s?¿]*\?[\s?]*$/.test(withoutMentions(text)) ? "help" : "greeting", language: null };
  if (words.length > longestCommand.words) return { kind: "unknown", language: null };
  const proposal = find(words, vocabulary.proposal);
  const poll = find(words, vocabulary.poll);
  if (proposal && find(words, vocabulary.fresh)) return { kind: "new-proposal", language: proposal.language };
  if (proposal) return { kind: "proposals", language: proposal.language };
  if (poll) return { kind: "polls", language: poll.language };
  const help = find(words, vocabulary.help);
  if (help) return { kind: "help", language: help.language };
  const greeting = find(words, vocabulary.greeting);
  if (greeting) return { kind: "greeting", language: greeting.language };
  return { kind: "unknown", language: null };
}

function withoutMentions(text: string): string {
  return text.replace(/<at\b[^>]*>.*?<\/at>/gis, " ").replace(/&nbsp;/gi, " ");
}

function wordsOf(text: string): string[] {
  const plain = withoutMentions(text)
    .replace(/<[^>]*>/g, " ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}

/** An exact word goes before one with a typing error. */
function find(words: readonly string[], known: readonly Keyword[]): Keyword | undefined {
  const exact = known.find(({ word }) => words.includes(word));
  return exact ?? known.find(({ word }) => words.some((given) => isTypingErrorOf(given, word)));
}

/** Short words must be right; from five letters one error is forgiven, from eight two. */
function isTypingErrorOf(given: string, word: string): boolean {
  const forgiven = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
  return forgiven > 0 && Math.abs(given.length - word.length) <= forgiven && distance(given, word) <= forgiven;
}

/** Edits from `a` to `b`, where two neighbours that changed places count as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) edits.push((before[j - 2] ?? 0) + 1);
      row[j] = Math.min(...edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
