/** Pure rules of what a councillor reads: sentences taken word for word. */

/** Whole days between two moments, never negative. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
}

const abbreviation =
  /(?:^|[\s(])(?:bv|bijv|ca|dhr|drs|enz|etc|evt|incl|ing|ir|jl|max|min|mr|mw|nr|o\.a|i\.p\.v|t\.o\.v|st|ds|dr|m\.b\.t|[a-z])\.$/iu;

/** Cuts a text into sentences at . ! ? and line ends; an abbreviation or initial does not end one. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let current = "";
  for (const part of text.split(/(?<=[.!?…])\s+|\n+/u)) {
    const joined = current === "" ? part.trim() : `${current} ${part.trim()}`;
    if (abbreviation.test(joined)) {
      current = joined;
      continue;
    }
    if (joined !== "") sentences.push(joined);
    current = "";
  }
  if (current !== "") sentences.push(current);
  return sentences;
}

/** Words with which people ask: such a sentence carries a proposal better than its opening does. */
const asking =
  /\b(voorstel|stel(?:len)? (?:ik|we|wij)? ?voor|laten we|laat de gemeente|kan de gemeente|vragen (?:we|wij)|vraag ik|willen (?:we|wij)|wil ik|wij willen|we willen|ik wil|graag (?:een|twee|drie|dat|meer|iemand)|maak|zet|moet er|moeten er|zou moeten)\b/iu;
const longestGist = 240;
const shortestGist = 30;

/** The beginnings of the words that carry meaning: "molens" and "molen" begin alike. */
function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/**
 * The sentence that says best what a proposal is about: it shares words with the title and with the rest of the text, and asks for
 * something; the opening has a small lead. Word for word, cut at a word when longer than 240 characters.
 */
export function gistOf(title: string, text: string): string {
  const sentences = sentencesOf(text);
  const words = sentences.map(wordsOf);
  const titleWords = wordsOf(title);
  const scores = sentences.map((sentence, at) => {
    const own = words[at] ?? new Set();
    const rest = words.filter((_, other) => other !== at).reduce((sum, other) => sum + Math.min(2, shared(own, other)), 0);
    const central = sentences.length > 1 ? rest / (sentences.length - 1) : 0;
    return (
      (sentence.length < shortestGist ? -3 : 0) +
      1.5 * shared(own, titleWords) +
      central +
      (asking.test(sentence) ? 2 : 0) +
      (at === 0 ? 0.5 : 0)
    );
  });
  return cut(sentences[scores.indexOf(Math.max(...scores))] ?? "", longestGist);
}

/** Cuts at a word and shows that it did. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const upTo = text.slice(0, most - 1);
  const space = upTo.lastIndexOf(" ");
  return `${(space > most / 2 ? upTo.slice(0, space) : upTo).trimEnd()}…`;
}
