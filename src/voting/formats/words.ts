/** The words of a .blt file up to its names, one after another; blanks and comments (`#` to the end of the line) stand between them. */
import { BrokenFile, type Saying } from "./file-fault.ts";

export interface Words {
  /** The next word without taking it; "" at the end of the file. */
  peek(): string;
  skip(): void;
  /** Takes a whole number within these bounds; undefined, and nothing taken, when the next word is none. */
  whole(least: number, most: number): number | undefined;
  /** The same with a minus sign in front. */
  signed(least: number, most: number): number | undefined;
  /** Takes the next word when it is this one. */
  is(word: string): boolean;
  /** Takes a "=" that ties the number just taken to the next one. */
  joined(): boolean;
  /** Takes "(…)"; throws when it is never closed. */
  identifier(open: () => Saying): boolean;
  /** Where the word taken last begins, and where it ends. */
  begin(): number;
  end(): number;
  /** Leaves the reader at the next word. */
  fail(say: (there: string) => Saying): never;
}

const [newline, return_, hash, comma, zero, nine, equals] = [..."\n\r#,09="].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export function makeWords(text: string): Words {
  let [begin, end] = [0, 0];

  /** A comma at the end of a line is what a spreadsheet left there. */
  function isBlank(at: number): boolean {
    const sign = text.charCodeAt(at);
    if (sign <= 32) return true;
    return sign === comma && /^,[ \t]*(?:[\r\n]|$)/.test(text.slice(at, at + 9));
  }
  function nextAt(): number {
    let at = end;
    for (; at < text.length; at++) {
      if (text.charCodeAt(at) === hash)
        while (at < text.length && text.charCodeAt(at) !== newline && text.charCodeAt(at) !== return_) at++;
      else if (!isBlank(at)) break;
    }
    return at;
  }
  function wordEnd(at: number): number {
    let last = at;
    while (last < text.length && !isBlank(last) && text.charCodeAt(last) !== hash) last++;
    return last;
  }
  function peek(): string {
    const at = nextAt();
    return text.slice(at, wordEnd(at));
  }
  function take(from: number, to: number): void {
    begin = from;
    end = to;
  }
  function skip(): void {
    const at = nextAt();
    take(at, wordEnd(at));
  }
  function whole(least: number, most: number): number | undefined {
    const from = nextAt();
    let at = from;
    let value = 0;
    for (; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      if (sign < zero || sign > nine) break;
      value = value * 10 + sign - zero;
    }
    const bounded = at > from && value >= least && value <= most;
    if (!bounded || !(at === text.length || isBlank(at) || text.charCodeAt(at) === hash || text.charCodeAt(at) === equals))
      return undefined;
    take(from, at);
    return value;
  }
  function signed(least: number, most: number): number | undefined {
    const word = peek();
    const value = Number(word);
    if (!/^-\d+$/.test(word) || value < least || value > most) return undefined;
    skip();
    return value;
  }
  function is(word: string): boolean {
    const at = nextAt();
    if (!text.startsWith(word, at) || wordEnd(at) !== at + word.length) return false;
    take(at, at + word.length);
    return true;
  }
  function joined(): boolean {
    if (text.charCodeAt(end) !== equals) return false;
    take(end, end + 1);
    return true;
  }
  function identifier(open: () => Saying): boolean {
    const at = nextAt();
    if (text[at] !== "(") return false;
    const close = text.indexOf(")", at);
    if (close < 0) throw new BrokenFile(at, open());
    take(at, close + 1);
    return true;
  }
  function fail(say: (there: string) => Saying): never {
    throw new BrokenFile(nextAt(), say(peek()));
  }
  return { peek, skip, whole, signed, is, joined, identifier, fail, begin: () => begin, end: () => end };
}
