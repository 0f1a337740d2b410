/**
 * What Kernplein says when it declines something: one table, code → Dutch and English. Used by every edge (web, bot, command line).
 * Plain words (B1), "u", and always what happened, whether anything was lost, or what to do now.
 *
 * `{name}` is filled from the refusal's details. A part between square brackets falls away when one of its values is missing:
 * "De stemming is gesloten[ op {closedAt}]." Times (names that end in "At") become words in Dutch local time.
 */
import { type EdgeCode, edgeSentences } from "./edge-sentences.ts";
import { refusalSentences } from "./refusal-sentences.ts";
import type { RefusalCode } from "./refused.ts";
import { dateTimeInWords } from "./time.ts";
import type { Language } from "./work.ts";

export type SentenceCode = RefusalCode | EdgeCode;

const sentences = { ...refusalSentences, ...edgeSentences };

/** A few words that name the refusal: the title of a page, a card or a problem. */
export function titleOf(code: SentenceCode, language: Language): string {
  return sentences[code][language].title;
}

/** What to tell a person who meets this code, filled with `details` (times as Date or ISO 8601). */
export function sentence(code: SentenceCode, language: Language, details: Record<string, unknown> = {}): string {
  const said = sentences[code][language].sentence;
  const whole = said.replace(/\[([^\]]*)\]/g, (_, part: string) => (valuesIn(part).every((name) => word(name)) ? part : ""));
  return whole.replace(/\{(\w+)\}/g, (_, name: string) => word(name) ?? "…");

  function word(name: string): string | undefined {
    return inWords(name, details[name], language);
  }
}

function valuesIn(part: string): string[] {
  return [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

function inWords(name: string, value: unknown, language: Language): string | undefined {
  if (value instanceof Date || (typeof value === "string" && name.endsWith("At"))) {
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? undefined : dateTimeInWords(at, language);
  }
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) || undefined : undefined;
}
