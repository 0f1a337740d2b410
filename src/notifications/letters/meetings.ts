/** Mails to who comes to a meeting, or waits for a place. */
import { dateTimeInWords, timeOfDay } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine } from "../letter.ts";

export interface AboutMeeting {
  name: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  hall: string;
  address: string;
  online: string | null;
  url: string;
  /** She waits for a place; else she comes. */
  waits: boolean;
}

/** When and where, as lines below each other. */
function whenAndWhere(language: Language, { startsAt, endsAt, hall, address, online }: AboutMeeting): string {
  const [when, until, where, and] = language === "nl" ? ["Wanneer", "tot", "Waar", "en"] : ["When", "until", "Where", "and"];
  const end = endsAt.getTime() - startsAt.getTime() < 86_400_000 ? timeOfDay(endsAt) : dateTimeInWords(endsAt, language);
  const there = [hall, address].filter(Boolean).join(", ");
  const place = online === null ? there : there === "" ? "online" : `${there} ${and} online`;
  return `${when}: ${dateTimeInWords(startsAt, language)} ${until} ${end}\n${where}: ${place}`;
}

/** How to take part from home. */
function fromHome(language: Language, { online }: AboutMeeting): Pick<Letter, "link"> {
  if (online === null) return {};
  return language === "nl"
    ? { link: { before: "Vanuit huis:", label: "Doe online mee", url: online } }
    : { link: { before: "From home:", label: "Take part online", url: online } };
}

function whyAndStop(language: Language, { url, waits }: AboutMeeting): Pick<Letter, "why" | "stop"> {
  if (language === "en")
    return {
      why: waits
        ? "You get this mail because you are on the waiting list of this meeting."
        : "You get this mail because you said that you come.",
      stop: { label: "Say that you do not come", url },
    };
  return {
    why: waits
      ? "U krijgt deze mail omdat u op de wachtlijst van deze bijeenkomst staat."
      : "U krijgt deze mail omdat u zei dat u komt.",
    stop: { label: "Afmelden", url },
  };
}

const waitsStill = {
  nl: "U staat nog op de wachtlijst. Komt er een plek vrij, dan krijgt u een mail.",
  en: "You are still on the waiting list. If a place comes free, you get a mail.",
};

/** Another time or another place. */
export function meetingMoved(language: Language, about: AboutMeeting): Letter {
  const { name, title, url, waits } = about;
  const once = oneLine(title);
  if (language === "en") {
    return {
      subject: oneLine(`Changed: ${title}`),
      heading: "The time or place is different",
      paragraphs: [greeting(name, language), `“${once}” has another time or place. This is how it is now:`],
      quote: whenAndWhere(language, about),
      ...fromHome(language, about),
      button: { label: "See the meeting", url },
      after: [waits ? waitsStill.en : "You need do nothing to keep your place. Can you not come? Please tell us on the page."],
      ...whyAndStop(language, about),
    };
  }
  return {
    subject: oneLine(`Gewijzigd: ${title}`),
    heading: "De tijd of de plek is anders",
    paragraphs: [greeting(name, language), `“${once}” heeft een andere tijd of plek. Zo is het nu:`],
    quote: whenAndWhere(language, about),
    ...fromHome(language, about),
    button: { label: "Bekijk de bijeenkomst", url },
    after: [waits ? waitsStill.nl : "Uw plek houdt u, daar hoeft u niets voor te doen. Kunt u niet? Meld u dan af op de pagina."],
    ...whyAndStop(language, about),
  };
}

export function meetingCancelled(language: Language, about: AboutMeeting & { reason: string }): Letter {
  const { name, title, startsAt, url, reason } = about;
  const [once, when] = [oneLine(title), dateTimeInWords(startsAt, language)];
  if (language === "en") {
    return {
      subject: oneLine(`Cancelled: ${title}`),
      heading: "The meeting is cancelled",
      paragraphs: [greeting(name, language), `“${once}” on ${when} is cancelled. This is the reason:`],
      quote: reason,
      button: { label: "See the meeting", url },
      why: whyAndStop(language, about).why,
    };
  }
  return {
    subject: oneLine(`Gaat niet door: ${title}`),
    heading: "De bijeenkomst gaat niet door",
    paragraphs: [greeting(name, language), `“${once}” op ${when} gaat niet door. Dit is de reden:`],
    quote: reason,
    button: { label: "Bekijk de bijeenkomst", url },
    why: whyAndStop(language, about).why,
  };
}

/** She waited, and now she comes. */
export function placeFreed(language: Language, about: AboutMeeting): Letter {
  const { name, title, url } = about;
  const once = oneLine(title);
  if (language === "en") {
    return {
      subject: oneLine(`There is a place for you: ${title}`),
      heading: "There is a place for you",
      paragraphs: [greeting(name, language), `You were on the waiting list of “${once}”. A place came free, and it is yours.`],
      quote: whenAndWhere(language, about),
      ...fromHome(language, about),
      button: { label: "See the meeting", url },
      after: ["Can you not come after all? Please tell us, then the next person gets your place."],
      ...whyAndStop(language, about),
    };
  }
  return {
    subject: oneLine(`Er is plek voor u: ${title}`),
    heading: "Er is plek voor u",
    paragraphs: [greeting(name, language), `U stond op de wachtlijst van “${once}”. Er kwam een plek vrij en die is voor u.`],
    quote: whenAndWhere(language, about),
    ...fromHome(language, about),
    button: { label: "Bekijk de bijeenkomst", url },
    after: ["Kunt u toch niet? Meld u dan af, dan krijgt de volgende uw plek."],
    ...whyAndStop(language, about),
  };
}

/** The day before. */
export function meetingNear(language: Language, about: AboutMeeting): Letter {
  const { name, title, url, waits } = about;
  const once = oneLine(title);
  if (language === "en") {
    return {
      subject: oneLine(`Tomorrow: ${title}`),
      heading: "It is tomorrow",
      paragraphs: [greeting(name, language), waits ? `“${once}” is tomorrow.` : `“${once}” is tomorrow. You said that you come.`],
      quote: whenAndWhere(language, about),
      ...fromHome(language, about),
      button: { label: "See the meeting", url },
      after: [waits ? waitsStill.en : "Can you not come after all? Please tell us, then somebody else can have your place."],
      ...whyAndStop(language, about),
    };
  }
  return {
    subject: oneLine(`Morgen: ${title}`),
    heading: "Morgen is het zover",
    paragraphs: [greeting(name, language), waits ? `“${once}” is morgen.` : `“${once}” is morgen. U zei dat u komt.`],
    quote: whenAndWhere(language, about),
    ...fromHome(language, about),
    button: { label: "Bekijk de bijeenkomst", url },
    after: [waits ? waitsStill.nl : "Kunt u toch niet? Meld u dan af, dan kan iemand anders uw plek krijgen."],
    ...whyAndStop(language, about),
  };
}

const longestInMail = 600;

export function minutesWritten(language: Language, about: AboutMeeting & { minutes: string }): Letter {
  const { name, title, url, minutes } = about;
  const once = oneLine(title);
  const quote = minutes.length <= longestInMail ? minutes : `${minutes.slice(0, longestInMail).toWellFormed().trimEnd()}…`;
  const { why } = whyAndStop(language, { ...about, waits: false });
  if (language === "en") {
    return {
      subject: oneLine(`Minutes: ${title}`),
      heading: "The minutes are there",
      paragraphs: [greeting(name, language), `This was said at “${once}”:`],
      quote,
      button: { label: "Read the minutes", url },
      why,
    };
  }
  return {
    subject: oneLine(`Verslag: ${title}`),
    heading: "Het verslag staat klaar",
    paragraphs: [greeting(name, language), `Dit is er besproken op “${once}”:`],
    quote,
    button: { label: "Lees het verslag", url },
    why,
  };
}
