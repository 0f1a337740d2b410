/** Why a row of a list was not invited, for the file that an officer mends and offers again. Pure. */
import type { Language } from "../shared/work.ts";
import type { InvitationVerdict } from "./contract.ts";

interface Told {
  verdict: InvitationVerdict;
  about: string | null;
}

type Words = Record<InvitationVerdict, string>;

const fields: Record<Language, Record<string, string>> = {
  nl: { name: "de naam", email: "het e-mailadres", columns: "het aantal kolommen", language: "de taal" },
  en: { name: "the name", email: "the e-mail address", columns: "the number of columns", language: "the language" },
};

/** One short sentence in `language`. */
export function verdictInWords({ verdict, about }: Told, language: Language): string {
  const it = about ?? "";
  const field = fields[language][it] ?? it;
  const nl: Words = {
    invite: "",
    "web-only": "",
    duplicate: `Staat ook op regel ${it}.`,
    "already-member": "Doet al mee.",
    "other-spelling": `Doet al mee als ${it}.`,
    blocked: "Is geblokkeerd.",
    "wrong-kern": `${it} is geen kern van u.`,
    "no-consent": "De toestemming ontbreekt.",
    broken: `Dit klopt niet: ${field}.`,
  };
  const en: Words = {
    invite: "",
    "web-only": "",
    duplicate: `Is on line ${it} as well.`,
    "already-member": "Takes part already.",
    "other-spelling": `Takes part already as ${it}.`,
    blocked: "Is blocked.",
    "wrong-kern": `${it} is no village of yours.`,
    "no-consent": "The consent is missing.",
    broken: `This is not right: ${field}.`,
  };
  return (language === "nl" ? nl : en)[verdict];
}
