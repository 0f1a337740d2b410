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

/** Words that tell that a sentence asks for something; such a sentence carries a proposal better than its opening does. */
const asking =
  /\b(graag|moet|moeten|zou(?:den)?|willen|wil|wens|vraag|vragen|voorstel|stel(?:len)?\s+voor|laten\s+we|kan\s+de\s+gemeente|nodig)\b/iu;
const longestGist = 240;

/**
 * The sentence that says what is asked: the first that asks for something, else the first of all, cut at a word when longer than
 * 240 characters. Nothing is rephrased.
 */
export function gistOf(text: string): string {
  const sentences = sentencesOf(text);
  return cut(sentences.find((sentence) => asking.test(sentence) && sentence.length >= 25) ?? sentences[0] ?? "", longestGist);
}

/** Cuts at a word and shows that it did. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const upTo = text.slice(0, most - 1);
  const space = upTo.lastIndexOf(" ");
  return `${(space > most / 2 ? upTo.slice(0, space) : upTo).trimEnd()}…`;
}
