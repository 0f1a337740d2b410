/** What somebody asks the bot, out of free text in Dutch or English. Pure: no clock, no language setting, no SDK. */
import type { Language } from "../../shared/work.ts";
import { type Keyword, type Meaning, meanings, passing } from "./keywords.ts";
import { isTypingErrorOf } from "./typing-errors.ts";

export type CommandKind =
  | "greeting"
  | "help"
  | "proposals"
  | "support"
  | "new-proposal"
  | "polls"
  | "meetings"
  | "attend"
  | "my-kern"
  | "tasks"
  | "report"
  | "unknown";

export interface Command {
  kind: CommandKind;
  /** The one the words belong to; null when they are the same in both ("hi") or not understood. */
  language: Language | null;
  /** What it is about, as it was written: "de dijk" of "ik wil een voorstel doen over de dijk". Empty when nothing more was said. */
  subject: string;
}

/** Longer texts are somebody's own words, and a command only where they begin or end with one ("Ik heb een idee: …"). In words. */
const longestCommand = 7;
const longestOpening = 10;
/** In characters; as much as a proposal holds. What comes after is not read. */
const longestRead = 4000;
const shortSubject = 100;

/** Reads a command out of `text`, which may hold mentions (<at>…</at>), accents, capitals, punctuation and small typing errors. */
export function readCommand(text: string): Command {
  const plain = plainOf(text.slice(0, longestRead));
  const words = wordsOf(plain);
  if (words.length === 0) return { kind: /^[\s?¿]*\?[\s?]*$/.test(plain) ? "help" : "greeting", language: null, subject: "" };
  const { subject, opening, closing } = around(plain, words);
  if (words.length <= longestCommand) return { ...kindOf(words.map(({ word }) => word)), subject };
  const command = kindOf(opening.length > 0 ? opening : closing);
  const short = subject.length <= shortSubject && aboutSomething.has(command.kind);
  // "Ik kom hier al jaren en …" is somebody's own words, "ik kom naar …" is not.
  const goes = command.kind !== "attend" || closing.length > 0 || opening.some((word) => whereTo.has(word));
  const fits = command.kind === "new-proposal" || (short && goes);
  return fits ? { ...command, subject } : { kind: "unknown", language: null, subject: plain.trim() };
}

const aboutSomething: ReadonlySet<CommandKind> = new Set(["proposals", "support", "polls", "meetings", "attend"]);

function kindOf(words: readonly string[]): Omit<Command, "subject"> {
  const find = (meaning: Meaning) => found(words, meanings[meaning]);
  const said = (kind: CommandKind, { language }: Keyword) => ({ kind, language });
  const many = find("proposals");
  const one = find("proposal");
  const brings = find("bring") ?? (one && !many ? find("wish") : undefined);
  if (brings && (one ?? many)) return said("new-proposal", one ?? many ?? brings);
  const support = find("support");
  if (support && !many) return said("support", support);
  const come = find("come");
  const order = [
    ["attend", (find("meetings") ?? find("evening")) && come],
    ["proposals", many ?? one],
    ["report", find("report")],
    ["meetings", find("meetings")],
    ["polls", find("poll")],
    ["tasks", find("tasks")],
    ["attend", saysOfHerself(words) ? come : undefined],
    ["help", find("help")],
    ["my-kern", find("kern")],
    ["greeting", find("greeting")],
  ] as const;
  for (const [kind, keyword] of order) if (keyword) return said(kind, keyword);
  return { kind: "unknown", language: null };
}

const herself: ReadonlySet<string> = new Set("ik we wij i m am ll will zal zullen graag niet ook not".split(" "));
const comes: ReadonlySet<string> = new Set(meanings.come.map(({ word }) => word));
const whereTo: ReadonlySet<string> = new Set(["naar", "bij", "op", "to", "at"]);

/** "Ik kom", "wij komen naar …", at the end also "kom ik graag"; not "hoe kom ik …", "kom je …" or "ik kom uit …". */
function saysOfHerself(words: readonly string[]): boolean {
  const at = words.findIndex((word) => comes.has(word));
  if (at < 0 || words.length < 2 || !words.slice(0, at).every((word) => herself.has(word))) return false;
  const next = words.slice(at + 1).find((word) => !herself.has(word));
  return next === undefined || (at > 0 && whereTo.has(next));
}

interface Word {
  word: string;
  from: number;
  to: number;
}

/** Takes the words of a command off both ends; what stays in between is what it is about. */
function around(plain: string, words: readonly Word[]): { subject: string; opening: string[]; closing: string[] } {
  const isOwn = ({ word }: Word) => !passing.has(word) && meaningOf(word) === undefined;
  const first = words.findIndex(isOwn);
  if (first < 0) return { subject: "", opening: words.map(({ word }) => word), closing: [] };
  const opening = words.slice(0, Math.min(first, longestOpening)).map(({ word }) => word);
  const commanded = opening.some((word) => meaningOf(word) !== undefined);
  const last = commanded ? words.length - 1 : words.findLastIndex((word) => isOwn(word) && !articles.has(word.word));
  const subject = plain.slice(words[first]?.from ?? 0, commanded ? undefined : words[last]?.to).trim();
  const says = words.slice(first, last + 1).some(({ word }) => word.length > 2 && !passing.has(word) && !articles.has(word));
  return {
    subject: says ? subject.replace(/[\s?]+$/, (end) => (subject.length > shortSubject ? end : "")) : "",
    opening: commanded ? opening : [],
    closing: commanded ? [] : words.slice(last + 1).map(({ word }) => word),
  };
}

/** Of what something is about, the words that tell it from others: "de avond over de dijk" is "dijk". */
export function gistOf(subject: string): string {
  const telling = ({ word }: Word) => !passing.has(word) && !articles.has(word) && meaningOf(word) === undefined;
  return wordsOf(subject)
    .filter(telling)
    .map(({ word }) => word)
    .join(" ");
}

const articles: ReadonlySet<string> = new Set(["de", "het", "een", "the"]);

function plainOf(text: string): string {
  return text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, " ")
    .replace(/&nbsp;/gi, " ")
    .replace(/<[^>]*>/g, " ");
}

function wordsOf(plain: string): Word[] {
  return Array.from(plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: given, index }) => ({
    word: given.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
    from: index,
    to: index + given.length,
  }));
}

const known: readonly Keyword[] = Object.values(meanings).flat();
const exact: ReadonlySet<string> = new Set([...known.map(({ word }) => word), ...passing]);

function meaningOf(word: string): Keyword | undefined {
  return known.find((one) => one.word === word) ?? mistyped(word, known);
}

/** An exact word goes before one with a typing error. */
function found(words: readonly string[], among: readonly Keyword[]): Keyword | undefined {
  for (const keyword of among) if (words.includes(keyword.word)) return keyword;
  for (const word of words) {
    const meant = mistyped(word, among);
    if (meant) return meant;
  }
  return undefined;
}

/** A word that is right is not taken for another one: "maken" is no typing error of "taken". */
function mistyped(word: string, among: readonly Keyword[]): Keyword | undefined {
  return exact.has(word) ? undefined : among.find((keyword) => isTypingErrorOf(word, keyword.word));
}
