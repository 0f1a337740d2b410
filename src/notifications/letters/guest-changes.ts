/** Letters about what changed for one person: a block, a new address. */
import { dateTimeInWords } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter } from "../letter.ts";

interface Person {
  name: string;
  kernName: string;
  url: string;
}

export function blocked(language: Language, given: Person & { reason: string; until: Date | null }): Letter {
  const { name, kernName, url, reason, until } = given;
  if (language === "en") {
    const end = until
      ? `You can take part again from ${dateTimeInWords(until, language)}.`
      : "This holds until we tell you otherwise.";
    return {
      subject: "You cannot take part for now",
      heading: "You cannot take part for now",
      paragraphs: [greeting(name, language), `The contact person of ${kernName} has blocked you. This is why:`],
      quote: reason,
      button: { label: "Read the rules", url },
      after: [
        end,
        "Had you said that you come to a meeting? That no longer holds.",
        "Do you disagree? Call us; the number is below.",
      ],
      why: `You get this mail because you take part in ${kernName}.`,
    };
  }
  const end = until
    ? `Vanaf ${dateTimeInWords(until, language)} kunt u weer meedoen.`
    : "Dit geldt tot we u iets anders laten weten.";
  return {
    subject: "U kunt nu niet meedoen",
    heading: "U kunt nu niet meedoen",
    paragraphs: [greeting(name, language), `De contactpersoon van ${kernName} heeft u geblokkeerd. Dit is de reden:`],
    quote: reason,
    button: { label: "Lees de regels", url },
    after: [
      end,
      "Had u zich aangemeld voor een bijeenkomst? Dat geldt nu niet meer.",
      "Bent u het er niet mee eens? Bel ons; het nummer staat hieronder.",
    ],
    why: `U krijgt deze mail omdat u meedoet in ${kernName}.`,
  };
}

export function unblocked(language: Language, { name, kernName, url }: Person): Letter {
  const nl = language === "nl";
  return {
    subject: nl ? "U kunt weer meedoen" : "You can take part again",
    heading: nl ? "U kunt weer meedoen" : "You can take part again",
    paragraphs: [
      greeting(name, language),
      nl ? "De blokkade is voorbij. Fijn dat u er weer bent." : "The block is over. Good to have you back.",
    ],
    button: { label: nl ? `Naar ${kernName}` : `Go to ${kernName}`, url },
    why: nl ? `U krijgt deze mail omdat u meedoet in ${kernName}.` : `You get this mail because you take part in ${kernName}.`,
  };
}

/** To the new address; `url` confirms it until `expiresAt`. */
export function confirmAddress(language: Language, given: { name: string; url: string; expiresAt: Date }): Letter {
  const { name, url, expiresAt } = given;
  const nl = language === "nl";
  const end = dateTimeInWords(expiresAt, language);
  return {
    subject: nl ? "Is dit uw nieuwe e-mailadres?" : "Is this your new e-mail address?",
    heading: nl ? "Is dit uw nieuwe e-mailadres?" : "Is this your new e-mail address?",
    paragraphs: [
      greeting(name, language),
      nl
        ? "U wilt dit adres gebruiken voor Kernplein. Bevestig dat met de knop."
        : "You want to use this address for Kernplein. Confirm it with the button.",
    ],
    button: { label: nl ? "Ja, dit is mijn adres" : "Yes, this is my address", url },
    after: [
      nl ? `De knop werkt tot ${end}. Tot dan verandert er niets.` : `The button works until ${end}. Until then nothing changes.`,
    ],
    why: nl
      ? "U krijgt deze mail omdat iemand dit adres invulde. Was u dat niet? Dan hoeft u niets te doen."
      : "You get this mail because somebody filled in this address. Was it not you? Then you need do nothing.",
  };
}

/** To the former address, so that nobody's account moves away unnoticed. */
export function addressChanged(language: Language, given: { name: string; url: string }): Letter {
  const nl = language === "nl";
  return {
    subject: nl ? "Uw e-mailadres is veranderd" : "Your e-mail address has changed",
    heading: nl ? "Uw e-mailadres is veranderd" : "Your e-mail address has changed",
    paragraphs: [
      greeting(given.name, language),
      nl
        ? "Vanaf nu gaat onze mail naar uw nieuwe adres. Was u dit niet? Bel ons dan meteen."
        : "From now on our mail goes to your new address. Was this not you? Then call us at once.",
    ],
    button: { label: nl ? "Naar Kernplein" : "Go to Kernplein", url: given.url },
    why: nl ? "U krijgt deze mail omdat dit uw adres was." : "You get this mail because this was your address.",
  };
}
