/** Mails about what the municipality does with a proposal. */
import type { AnswerOutcome } from "../../proposals/contract.ts";
import type { ProposalAnswer } from "../../proposals/index.ts";
import { dateInWords } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine } from "../letter.ts";
import type { AboutProposal } from "./proposals.ts";

/** `own`: to its author; else to somebody who backs it. */
export interface AboutBacked extends AboutProposal {
  own: boolean;
  /** Her own page, where she can stop. */
  meUrl: string;
}

const outcomes: Record<Language, Record<AnswerOutcome, string>> = {
  nl: { yes: "De gemeente doet het", partly: "De gemeente doet het deels", no: "De gemeente doet het niet" },
  en: { yes: "The municipality does it", partly: "The municipality does part of it", no: "The municipality does not do it" },
};

function whyAndStop(language: Language, { own, meUrl }: AboutBacked): Pick<Letter, "why" | "stop"> {
  if (own)
    return {
      why:
        language === "nl" ? "U krijgt deze mail omdat u dit voorstel deed." : "You get this mail because you made this proposal.",
    };
  return language === "nl"
    ? { why: "U krijgt deze mail omdat u dit voorstel steunt.", stop: { label: "Stoppen met meedoen", url: meUrl } }
    : { why: "You get this mail because you support this proposal.", stop: { label: "Stop taking part", url: meUrl } };
}

export function proposalTaken(
  language: Language,
  { name, title, url, handledBy, answerDue }: AboutProposal & { handledBy: string; answerDue: string | null },
): Letter {
  const day = answerDue === null ? null : dateInWords(new Date(`${answerDue}T12:00:00Z`), language);
  if (language === "en") {
    return {
      subject: oneLine(`The municipality is looking at your proposal: ${title}`),
      heading: "Your proposal is being looked at",
      paragraphs: [greeting(name, language), `The municipality is looking at your proposal “${oneLine(title)}”.`],
      quote: handledBy,
      button: { label: "See your proposal", url },
      after: [day === null ? "You get an e-mail when there is an answer." : `You get an answer by ${day}.`],
      why: "You get this mail because you made this proposal.",
    };
  }
  return {
    subject: oneLine(`De gemeente kijkt naar uw voorstel: ${title}`),
    heading: "Uw voorstel is in behandeling",
    paragraphs: [greeting(name, language), `De gemeente kijkt naar uw voorstel “${oneLine(title)}”.`],
    quote: handledBy,
    button: { label: "Bekijk uw voorstel", url },
    after: [day === null ? "U krijgt een mail als er antwoord is." : `U krijgt antwoord, op zijn laatst op ${day}.`],
    why: "U krijgt deze mail omdat u dit voorstel deed.",
  };
}

export function proposalAnswered(language: Language, about: AboutBacked, { outcome, text, signedBy }: ProposalAnswer): Letter {
  const { name, title, url, own } = about;
  const heading = outcomes[language][outcome];
  if (language === "en") {
    const which = own ? `your proposal “${oneLine(title)}”` : `“${oneLine(title)}”, a proposal that you support`;
    return {
      subject: oneLine(`Answer of the municipality: ${title}`),
      heading,
      paragraphs: [greeting(name, language), `The municipality has answered ${which}. It writes:`],
      quote: text,
      button: { label: "See the answer", url },
      after: [`Signed: ${signedBy}`, "You can still comment on it."],
      ...whyAndStop(language, about),
    };
  }
  const which = own ? `uw voorstel “${oneLine(title)}”` : `“${oneLine(title)}”, een voorstel dat u steunt`;
  return {
    subject: oneLine(`Antwoord van de gemeente: ${title}`),
    heading,
    paragraphs: [greeting(name, language), `De gemeente gaf antwoord op ${which}. Zij schrijft:`],
    quote: text,
    button: { label: "Bekijk het antwoord", url },
    after: [`Ondertekend: ${signedBy}`, "Reageren kan nog steeds."],
    ...whyAndStop(language, about),
  };
}

export function proposalFinished(language: Language, about: AboutBacked & { finish: string }): Letter {
  const { name, title, url, own, finish } = about;
  if (language === "en") {
    const which = own ? `your proposal “${oneLine(title)}”` : `“${oneLine(title)}”, a proposal that you support`;
    return {
      subject: oneLine(`Done: ${title}`),
      heading: "It is done",
      paragraphs: [greeting(name, language), `This is what came of ${which}:`],
      quote: finish,
      button: { label: "See the proposal", url },
      ...whyAndStop(language, about),
    };
  }
  const which = own ? `uw voorstel “${oneLine(title)}”` : `“${oneLine(title)}”, een voorstel dat u steunt`;
  return {
    subject: oneLine(`Afgerond: ${title}`),
    heading: "Het is klaar",
    paragraphs: [greeting(name, language), `Dit kwam er van ${which}:`],
    quote: finish,
    button: { label: "Bekijk het voorstel", url },
    ...whyAndStop(language, about),
  };
}
