/** Refusals in one sentence, for the few things one can do inside Teams. */
import type { RefusalCode } from "../../shared/refused.ts";
import type { Language } from "../../shared/work.ts";

const sentences: Partial<Record<RefusalCode, Record<Language, string>>> = {
  "own-proposal": {
    nl: "Dit is uw eigen voorstel. U kunt het dus niet ook steunen.",
    en: "This is your own proposal, so you cannot support it as well.",
  },
  "not-found": {
    nl: "Dit voorstel staat niet meer op het kernplein.",
    en: "This proposal is no longer on the village square.",
  },
  "not-published": {
    nl: "Dit voorstel staat niet meer op het kernplein.",
    en: "This proposal is no longer on the village square.",
  },
  "not-a-member": {
    nl: "Alleen wie meedoet in een kern kan een voorstel steunen.",
    en: "Only people who take part in a village can support a proposal.",
  },
  "changed-meanwhile": {
    nl: "Dit voorstel is net gewijzigd. Lees het nog eens.",
    en: "This proposal has just been changed. Please read it again.",
  },
  "too-many-requests": {
    nl: "Dat ging wat snel. Probeer het over een minuut nog eens.",
    en: "That was rather fast. Please try again in a minute.",
  },
};

const otherwise: Record<Language, string> = {
  nl: "Dit kan nu niet. Er is niets veranderd.",
  en: "This is not possible now. Nothing was changed.",
};

export function refusalSentence(code: RefusalCode, language: Language): string {
  return (sentences[code] ?? otherwise)[language];
}
