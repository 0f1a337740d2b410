/** Which words are on the screen. Dutch first, English beside it; each slice's words arrive with its screens. */
import i18next, { type BackendModule } from "i18next";
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
/** A text of a slice; of a pair with _one and _other, the stem. */
export type TextKey<S extends Slice> = Singular<keyof Words<S> & string>;
/** Gives the text of a key, with the values filled in; `count` chooses between one and more. */
export type Say<S extends Slice> = (key: TextKey<S>, values?: Record<string, string | number>) => string;

const fromModules: BackendModule = {
  type: "backend",
  init() {},
  read(language, slice, done) {
    const load = texts[slice as Slice][language as Language];
    load().then(
      (module) => done(null, module.default),
      (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault)), false),
    );
  },
};

const isLanguage = (given: unknown): given is Language => given === "nl" || given === "en";

function tellPage(language: string): void {
  document.documentElement.lang = language;
  callIn(language);
}

/** Starts in the language this device was last read in, else in Dutch. */
export async function startLanguage(): Promise<void> {
  const last = remembered("language");
  const language = isLanguage(last) ? last : "nl";
  i18next.on("languageChanged", tellPage);
  await i18next.use(fromModules).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ["nl", "en"],
    ns: ["shell"],
    defaultNS: "shell",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
  });
}

/** Fetches the words of these slices; called when a screen is opened, beside the screen itself. */
export async function bringWords(...slices: Slice[]): Promise<void> {
  await i18next.loadNamespaces(slices);
}

export async function changeLanguage(language: Language): Promise<void> {
  remember("language", language);
  await i18next.changeLanguage(language);
}

function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : "nl";
}

function onLanguage(tell: () => void): () => void {
  i18next.on("languageChanged", tell);
  return () => i18next.off("languageChanged", tell);
}

/** The language on the screen; draws anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}

const sayings = new Map<string, unknown>();

/** The words of a slice, on a screen: `const say = useText("voting"); say("booth.read")`. The same function until the language changes. */
export function useText<S extends Slice>(slice: S): Say<S> {
  const language = useLanguage();
  const known = sayings.get(slice + language);
  if (known) return known as Say<S>;
  const say: Say<S> = (key, values) => i18next.t(key as string, { ns: slice, lng: language, ...values });
  sayings.set(slice + language, say);
  return say;
}
