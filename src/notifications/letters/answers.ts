/** Mails about what the municipality does with a proposal. */
import type { AnswerOutcome } from "../../proposals/contract.ts";
import type { ProposalAnswer } from "../../proposals/index.ts";
import { dateInWords } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine } from "../letter.ts";
import { type AboutProposal, reasonByMail, whyAuthor } from "./proposals.ts";

/** `own`: to its author; else to somebody who backs it. */
export interface AboutBacked extends AboutProposal {
  own: boolean;
}

const outcomes: Record<Language, Record<AnswerOutcome, string>> = {
  nl: { yes: "De gemeente doet het", partly: "De gemeente doet het deels", no: "De gemeente doet het niet" },
  en: { yes: "The municipality does it", partly: "The municipality does part of it", no: "The municipality does not do it" },
};

const whyBacker = {
  nl: "U krijgt deze mail omdat u dit voorstel steunt.",
  en: "You get this mail because you support this proposal.",
};

const whyOf = (language: Language, { own }: AboutBacked): string => (own ? whyAuthor : whyBacker)[language];

/** The author is told in her chat too; who backs it reads the card in the channel. */
function answerInChat(language: Language, { own, title }: AboutBacked): Pick<Letter, "inChat"> {
  return own ? { inChat: { about: title, ...reasonByMail[language] } } : {};
}

export function proposalTaken(
  language: Language,
  { name, title, url, handledBy, answerDue }: AboutProposal & { handledBy: string; answerDue: string | null },
): Letter {
  const day = answerDue === null ? null : dateInWords(new Date(`${answerDue}T12:00:00Z`), language);
  const says = {
    nl: day === null ? "U krijgt een mail als er antwoord is." : `U krijgt antwoord, op zijn laatst op ${day}.`,
    en: day === null ? "You get an e-mail when there is an answer." : `You get an answer by ${day}.`,
  }[language];
  if (language === "en") {
    return {
      subject: oneLine(`The municipality is looking at your proposal: ${title}`),
      heading: "Your proposal is being looked at",
      paragraphs: [greeting(name, language), `The municipality is looking at your proposal “${oneLine(title)}”.`],
      quote: handledBy,
      button: { label: "See your proposal", url },
      after: [says],
      why: whyAuthor.en,
      inChat: { about: title, says },
    };
  }
  return {
    subject: oneLine(`De gemeente kijkt naar uw voorstel: ${title}`),
    heading: "Uw voorstel is in behandeling",
    paragraphs: [greeting(name, language), `De gemeente kijkt naar uw voorstel “${oneLine(title)}”.`],
    quote: handledBy,
    button: { label: "Bekijk uw voorstel", url },
    after: [says],
    why: whyAuthor.nl,
    inChat: { about: title, says },
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
      ...answerInChat(language, about),
      why: whyOf(language, about),
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
    ...answerInChat(language, about),
    why: whyOf(language, about),
  };
}

/** `reason`: why the municipality puts its answer right; `otherOutcome`: what it does is another thing now. */
export function proposalCorrected(
  language: Language,
  about: AboutBacked,
  {
    answer: { outcome, text, signedBy },
    reason,
    otherOutcome,
  }: { answer: ProposalAnswer; reason: string; otherOutcome: boolean },
): Letter {
  const { name, title, url, own } = about;
  if (language === "en") {
    const which = own ? `your proposal “${oneLine(title)}”` : `“${oneLine(title)}”, a proposal that you support`;
    return {
      subject: oneLine(`The answer was put right: ${title}`),
      heading: otherOutcome ? outcomes.en[outcome] : "The answer of the municipality was put right",
      paragraphs: [
        greeting(name, language),
        `The municipality has put right its answer to ${which}. The reason: ${reason}`,
        "It now writes:",
      ],
      quote: text,
      button: { label: "See the answer", url },
      after: [`Signed: ${signedBy}`, "What stood there before is still on the page."],
      ...answerInChat(language, about),
      why: whyOf(language, about),
    };
  }
  const which = own ? `uw voorstel “${oneLine(title)}”` : `“${oneLine(title)}”, een voorstel dat u steunt`;
  return {
    subject: oneLine(`Het antwoord is verbeterd: ${title}`),
    heading: otherOutcome ? outcomes.nl[outcome] : "Het antwoord van de gemeente is verbeterd",
    paragraphs: [
      greeting(name, language),
      `De gemeente verbeterde haar antwoord op ${which}. De reden: ${reason}`,
      "Zij schrijft nu:",
    ],
    quote: text,
    button: { label: "Bekijk het antwoord", url },
    after: [`Ondertekend: ${signedBy}`, "Wat er eerst stond, staat nog op de pagina."],
    ...answerInChat(language, about),
    why: whyOf(language, about),
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
      why: whyOf(language, about),
    };
  }
  const which = own ? `uw voorstel “${oneLine(title)}”` : `“${oneLine(title)}”, een voorstel dat u steunt`;
  return {
    subject: oneLine(`Afgerond: ${title}`),
    heading: "Het is klaar",
    paragraphs: [greeting(name, language), `Dit kwam er van ${which}:`],
    quote: finish,
    button: { label: "Bekijk het voorstel", url },
    why: whyOf(language, about),
  };
}
