/** What every mail of Kernplein is made of, before it is laid out (mail-html.ts, mail-text.ts). Plain words: nothing here is HTML. */
import type { Language } from "../shared/work.ts";
import type { CalendarPart } from "./post-office.ts";

export interface Letter {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** What somebody else wrote or decided, word for word: a reason, an outcome. */
  quote?: string;
  button: { label: string; url: string };
  /** Said below the button. */
  after?: string[];
  /** A second way, smaller than the button. */
  link?: { before: string; label: string; url: string };
  /**
   * What of it may be told in her chat with the bot, below the heading (tell-news.ts); left out for a letter that goes by mail alone.
   * `alsoByMail`: the mail goes as well, whatever became of the chat.
   */
  inChat?: { about: string; says?: string; alsoByMail?: true };
  /** One line: why you get this, and where to stop it. */
  why: string;
  stop?: { label: string; url: string };
  calendar?: CalendarPart;
}

/** What surrounds a letter: whose square this is and whom to call. */
export interface Frame {
  language: Language;
  municipalityName: string;
  /** Name of the kern, or of the municipality for what belongs to no kern. */
  place: string;
  /** Name of the kern's accent colour (kernen/kern-identity.ts). */
  accent: string;
  /** `photo`: her face, an https address. */
  contact: { name: string; phone: string; photo?: string | null };
}

export interface FrameWords {
  tagline(municipalityName: string): string;
  call(name: string): string;
  buttonFails: string;
}

export const frameWords: Readonly<Record<Language, FrameWords>> = {
  nl: {
    tagline: (municipality) => `Kernplein · gemeente ${municipality}`,
    call: (name) => `Vragen? Bel ${name}:`,
    buttonFails: "Werkt de knop niet? Kopieer dan deze link:",
  },
  en: {
    tagline: (municipality) => `Kernplein · municipality of ${municipality}`,
    call: (name) => `Questions? Call ${name}:`,
    buttonFails: "Does the button not work? Copy this link:",
  },
};

const plainName = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]{0,59}$/u;
const looksLikeAddress = /\p{L}{2,}\.\p{L}{2,}/u;

/**
 * A name as it may stand in a mail; null when it is not plainly a name. Anybody can type a stranger's address with an advertisement
 * or a link for a name, and mail programs make links of what looks like one.
 */
export function safeName(name: string): string | null {
  return plainName.test(name) && !looksLikeAddress.test(name) ? name : null;
}

/** "Dag Jo Voorbeeld," */
export function greeting(name: string, language: Language): string {
  const known = safeName(name);
  const word = language === "nl" ? "Dag" : "Hello";
  return known ? `${word} ${known},` : `${word},`;
}

/** One line of at most `length` characters, for a subject or a heading. */
export function oneLine(text: string, length = 140): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
