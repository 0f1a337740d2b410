/** Which words are on the screen. Dutch first, English beside it; each slice's words arrive with its screens. */
import { useSyncExternalStore } from "react";
import { callIn } from "./call.ts";
import { remember, remembered } from "./kit/device-memory.ts";

export type Language = "nl" | "en";

const texts = {
  shell: { nl: () => import("./shell/texts.nl.ts"), en: () => import("./shell/texts.en.ts") },
  kernen: { nl: () => import("./kernen/texts.nl.ts"), en: () => import("./kernen/texts.en.ts") },
  members: { nl: () => import("./members/texts.nl.ts"), en: () => import("./members/texts.en.ts") },
  proposals: { nl: () => import("./proposals/texts.nl.ts"), en: () => import("./proposals/texts.en.ts") },
  meetings: { nl: () => import("./meetings/texts.nl.ts"), en: () => import("./meetings/texts.en.ts") },
  voting: { nl: () => import("./voting/texts.nl.ts"), en: () => import("./voting/texts.en.ts") },
  verifying: { nl: () => import("./verifying/texts.nl.ts"), en: () => import("./verifying/texts.en.ts") },
  polling: { nl: () => import("./polling/texts.nl.ts"), en: () => import("./polling/texts.en.ts") },
  moderation: { nl: () => import("./moderation/texts.nl.ts"), en: () => import("./moderation/texts.en.ts") },
  reach: { nl: () => import("./reach/texts.nl.ts"), en: () => import("./reach/texts.en.ts") },
  summaries: { nl: () => import("./summaries/texts.nl.ts"), en: () => import("./summaries/texts.en.ts") },
  provisioning: { nl: () => import("./provisioning/texts.nl.ts"), en: () => import("./provisioning/texts.en.ts") },
  about: { nl: () => import("./about/texts.nl.ts"), en: () => import("./about/texts.en.ts") },
  tab: { nl: () => import("./tab/texts.nl.ts"), en: () => import("./tab/texts.en.ts") },
};

export type Slice = keyof typeof texts;

type Words<S extends Slice> = Awaited<ReturnType<(typeof texts)[S]["nl"]>>["default"];
type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
type Values = Readonly<Record<string, string | number>>;
/** A text of a slice; of a pair with _one and _other, the stem. */
export type TextKey<S extends Slice> = Singular<keyof Words<S> & string>;
/** Gives the text of a key, with the values filled in; `count` chooses between one and more. */
export type Say<S extends Slice> = (key: TextKey<S>, values?: Values) => string;

type Texts = Readonly<Record<string, string>>;

/** The words that were fetched, by language and slice. */
const fetched = { nl: new Map<Slice, Texts>(), en: new Map<Slice, Texts>() };

const isLanguage = (given: unknown): given is Language => given === "nl" || given === "en";

let current: Language = "nl";
const listeners = new Set<() => void>();

function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  callIn(language);
  for (const tell of listeners) tell();
}

async function fetchWords(language: Language, slices: Iterable<Slice>): Promise<void> {
  const missing = [...slices].filter((slice) => !fetched[language].has(slice));
  await Promise.all(
    missing.map(async (slice) => {
      fetched[language].set(slice, (await texts[slice][language]()).default);
    }),
  );
}

/** Starts in the language this device was last read in, else in Dutch. */
export async function startLanguage(): Promise<void> {
  const last = remembered("language");
  const language = isLanguage(last) ? last : "nl";
  await fetchWords(language, ["shell"]);
  speak(language);
}

/** Fetches the words of these slices; called when a screen is opened, beside the screen itself. */
export function bringWords(...slices: Slice[]): Promise<void> {
  return fetchWords(current, slices);
}

/** Fetches in the other language what is on the screens so far, then changes. */
export async function changeLanguage(language: Language): Promise<void> {
  remember("language", language);
  await fetchWords(language, fetched[current].keys());
  speak(language);
}

function onLanguage(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The language on the screen; draws anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, () => current);
}

/**
 * The text of a key with its values filled in; a value that is missing leaves its name, a text that is missing its key. Of a count Dutch
 * and English know two forms, for one and for all else (Unicode CLDR, plural rules of nl and en).
 */
function textOf(words: Texts, key: string, values: Values = {}): string {
  const form = values.count === undefined ? "" : Number(values.count) === 1 ? "_one" : "_other";
  const text = words[key + form] ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const sayings = new Map<string, unknown>();

/** The words of a slice, on a screen: `const say = useText("voting"); say("booth.read")`. The same function until the language changes. */
export function useText<S extends Slice>(slice: S): Say<S> {
  const language = useLanguage();
  const known = sayings.get(slice + language);
  if (known) return known as Say<S>;
  const say: Say<S> = (key, values) => textOf(fetched[language].get(slice) ?? {}, key, values);
  sayings.set(slice + language, say);
  return say;
}
