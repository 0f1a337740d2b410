/** Mails to the author of a proposal. */
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine } from "../letter.ts";

export interface AboutProposal {
  kernName: string;
  name: string;
  title: string;
  url: string;
}

/** Why the author of a proposal gets a mail about it. */
export const whyAuthor = {
  nl: "U krijgt deze mail omdat u dit voorstel deed.",
  en: "You get this mail because you made this proposal.",
};

/** What the chat says of a decision: its reasons are in the mail, never in Teams. */
export const reasonByMail = {
  nl: { says: "De uitleg krijgt u per mail.", alsoByMail: true },
  en: { says: "You get the reasons by mail.", alsoByMail: true },
} as const;

export function proposalPublished(language: Language, { kernName, name, title, url }: AboutProposal): Letter {
  if (language === "en") {
    return {
      subject: oneLine(`Your proposal is published: ${title}`),
      heading: "Your proposal is published",
      paragraphs: [greeting(name, language), `Everybody in ${kernName} can now read and support your proposal:`],
      quote: title,
      button: { label: "See your proposal", url },
      why: whyAuthor.en,
      inChat: { about: title },
    };
  }
  return {
    subject: oneLine(`Uw voorstel is geplaatst: ${title}`),
    heading: "Uw voorstel is geplaatst",
    paragraphs: [greeting(name, language), `Iedereen in ${kernName} kan uw voorstel nu lezen en steunen:`],
    quote: title,
    button: { label: "Bekijk uw voorstel", url },
    why: whyAuthor.nl,
    inChat: { about: title },
  };
}

export function proposalReturned(language: Language, given: AboutProposal & { reason: string }): Letter {
  const { name, title, url, reason } = given;
  if (language === "en") {
    return {
      subject: oneLine(`A question about your proposal: ${title}`),
      heading: "Please change your proposal",
      paragraphs: [
        greeting(name, language),
        `Your proposal “${oneLine(title)}” is not published yet. Something has to change first. This is what the officer writes:`,
      ],
      quote: reason,
      button: { label: "Change your proposal", url },
      after: ["Your text is still there. Send it again when it is ready."],
      why: whyAuthor.en,
      inChat: { about: title, ...reasonByMail.en },
    };
  }
  return {
    subject: oneLine(`Een vraag over uw voorstel: ${title}`),
    heading: "Wilt u uw voorstel aanpassen?",
    paragraphs: [
      greeting(name, language),
      `Uw voorstel “${oneLine(title)}” is nog niet geplaatst. Eerst moet er iets veranderen. Dit schrijft uw contactpersoon:`,
    ],
    quote: reason,
    button: { label: "Pas uw voorstel aan", url },
    after: ["Uw tekst staat er nog. Stuur hem opnieuw in als u klaar bent."],
    why: whyAuthor.nl,
    inChat: { about: title, ...reasonByMail.nl },
  };
}

export function proposalRefused(language: Language, given: AboutProposal & { reason: string }): Letter {
  const { name, title, url, reason } = given;
  if (language === "en") {
    return {
      subject: oneLine(`Your proposal will not be published: ${title}`),
      heading: "Your proposal will not be published",
      paragraphs: [greeting(name, language), `We cannot publish your proposal “${oneLine(title)}”. This is the reason:`],
      quote: reason,
      button: { label: "See your proposal", url },
      after: ["Do you disagree? Please call us."],
      why: whyAuthor.en,
      inChat: { about: title, ...reasonByMail.en },
    };
  }
  return {
    subject: oneLine(`Uw voorstel wordt niet geplaatst: ${title}`),
    heading: "Uw voorstel wordt niet geplaatst",
    paragraphs: [greeting(name, language), `Wij kunnen uw voorstel “${oneLine(title)}” niet plaatsen. Dit is de reden:`],
    quote: reason,
    button: { label: "Bekijk uw voorstel", url },
    after: ["Bent u het er niet mee eens? Bel ons dan."],
    why: whyAuthor.nl,
    inChat: { about: title, ...reasonByMail.nl },
  };
}
