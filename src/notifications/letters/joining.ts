/** Mails about joining a kern and signing in. */
import { dateTimeInWords, timeOfDay } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine, safeName } from "../letter.ts";

interface Place {
  kernName: string;
}

export function confirmJoining(
  language: Language,
  { kernName, name, url, expiresAt }: Place & { name: string; url: string; expiresAt: Date },
): Letter {
  const until = dateTimeInWords(expiresAt, language);
  if (language === "en") {
    return {
      subject: `Confirm that you want to take part in ${kernName}`,
      heading: `Take part in ${kernName}?`,
      paragraphs: [greeting(name, language), `You want to take part in ${kernName}. Confirm it with the button below.`],
      button: { label: "Yes, I want to take part", url },
      after: [`This link works until ${until}.`],
      why: "You get this mail because somebody filled in this address. Was it not you? Then you need not do anything.",
    };
  }
  return {
    subject: `Bevestig dat u wilt meedoen in ${kernName}`,
    heading: `Meedoen in ${kernName}?`,
    paragraphs: [greeting(name, language), `U wilt meedoen in ${kernName}. Bevestig dat met de knop hieronder.`],
    button: { label: "Ja, ik wil meedoen", url },
    after: [`Deze link werkt tot ${until}.`],
    why: "U krijgt deze mail omdat iemand dit adres invulde. Was u dat niet? Dan hoeft u niets te doen.",
  };
}

export function knownMember(
  language: Language,
  { kernName, name, url, expiresAt }: Place & { name: string; url: string; expiresAt: Date },
): Letter {
  const until = timeOfDay(expiresAt);
  if (language === "en") {
    return {
      subject: `You already take part in ${kernName}`,
      heading: `You already take part in ${kernName}`,
      paragraphs: [greeting(name, language), "This address already takes part. With the button below you sign in."],
      button: { label: "Sign in", url },
      after: [`This link works once, until ${until}. After that you can ask for a new one.`],
      why: "You get this mail because somebody filled in this address. Was it not you? Then you need not do anything.",
    };
  }
  return {
    subject: `U doet al mee in ${kernName}`,
    heading: `U doet al mee in ${kernName}`,
    paragraphs: [greeting(name, language), "U doet al mee met dit adres. Met de knop hieronder gaat u naar uw kern."],
    button: { label: "Aanmelden", url },
    after: [`Deze link werkt één keer, tot ${until}. Daarna kunt u een nieuwe vragen.`],
    why: "U krijgt deze mail omdat iemand dit adres invulde. Was u dat niet? Dan hoeft u niets te doen.",
  };
}

export function alreadyWaiting(language: Language, { kernName, name, url }: Place & { name: string; url: string }): Letter {
  if (language === "en") {
    return {
      subject: `Your request for ${kernName} is being looked at`,
      heading: "We have your request",
      paragraphs: [greeting(name, language), `You asked to take part in ${kernName} before. You need not do anything now.`],
      button: { label: `See ${kernName}`, url },
      after: ["You get a mail as soon as there is a decision."],
      why: "You get this mail because somebody filled in this address again. Was it not you? Then you need not do anything.",
    };
  }
  return {
    subject: `Uw aanvraag voor ${kernName} is in behandeling`,
    heading: "Uw aanvraag is binnen",
    paragraphs: [greeting(name, language), `U vroeg al eerder om mee te doen in ${kernName}. U hoeft nu niets te doen.`],
    button: { label: `Bekijk ${kernName}`, url },
    after: ["U krijgt een mail zodra er een besluit is."],
    why: "U krijgt deze mail omdat iemand dit adres opnieuw invulde. Was u dat niet? Dan hoeft u niets te doen.",
  };
}

export function joiningRefused(
  language: Language,
  { kernName, name, reason, url }: Place & { name: string; reason: string; url: string },
): Letter {
  if (language === "en") {
    return {
      subject: `Your request for ${kernName}`,
      heading: `You cannot take part in ${kernName}`,
      paragraphs: [greeting(name, language), `You asked to take part in ${kernName}. That is not possible, for this reason:`],
      quote: reason,
      button: { label: "Choose another village", url },
      after: ["Do you disagree? Please call us."],
      why: "You get this mail because you asked to take part. You will get no further mail about it.",
    };
  }
  return {
    subject: `Uw aanvraag voor ${kernName}`,
    heading: `U kunt niet meedoen in ${kernName}`,
    paragraphs: [greeting(name, language), `U vroeg om mee te doen in ${kernName}. Dat kan niet. Dit is de reden:`],
    quote: reason,
    button: { label: "Kies een andere kern", url },
    after: ["Klopt het niet? Bel ons dan."],
    why: "U krijgt deze mail omdat u vroeg om mee te doen. U krijgt hierover geen mail meer.",
  };
}

export function signInLink(language: Language, { name, url, expiresAt }: { name: string; url: string; expiresAt: Date }): Letter {
  const until = timeOfDay(expiresAt);
  if (language === "en") {
    return {
      subject: "Your link to sign in",
      heading: "Sign in to Kernplein",
      paragraphs: [greeting(name, language), "With the button below you sign in. You need no password."],
      button: { label: "Sign in", url },
      after: [`This link works once, until ${until}. After that you can ask for a new one.`],
      why: "You get this mail because somebody asked for this link. Was it not you? Then you need not do anything.",
    };
  }
  return {
    subject: "Uw link om u aan te melden",
    heading: "Aanmelden bij Kernplein",
    paragraphs: [greeting(name, language), "Met de knop hieronder meldt u zich aan. U hebt geen wachtwoord nodig."],
    button: { label: "Aanmelden", url },
    after: [`Deze link werkt één keer, tot ${until}. Daarna kunt u een nieuwe vragen.`],
    why: "U krijgt deze mail omdat iemand om deze link vroeg. Was u dat niet? Dan hoeft u niets te doen.",
  };
}

/** To the officer. */
export function requestWaits(
  language: Language,
  { kernName, name, asker, url }: Place & { name: string; asker: string; url: string },
): Letter {
  const who = safeName(asker);
  if (language === "en") {
    return {
      subject: oneLine(`${who ?? "Somebody"} wants to take part in ${kernName}`),
      heading: `Somebody wants to take part in ${kernName}`,
      paragraphs: [greeting(name, language), `${who ?? "Somebody"} confirmed the address and waits for your decision.`],
      button: { label: "Look at the request", url },
      why: `You get this mail because you are liaison officer of ${kernName}.`,
    };
  }
  return {
    subject: oneLine(`${who ?? "Iemand"} wil meedoen in ${kernName}`),
    heading: `Iemand wil meedoen in ${kernName}`,
    paragraphs: [greeting(name, language), `${who ?? "Iemand"} heeft het mailadres bevestigd en wacht op uw besluit.`],
    button: { label: "Bekijk de aanvraag", url },
    why: `U krijgt deze mail omdat u kerncontactfunctionaris van ${kernName} bent.`,
  };
}
