/** Mails to the members of a kern about a poll. */
import { dateTimeInWords } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine } from "../letter.ts";

export interface AboutPoll {
  kernName: string;
  name: string;
  question: string;
  url: string;
}

function whyOf(language: Language, { kernName }: AboutPoll): string {
  return language === "nl"
    ? `U krijgt deze mail omdat u meedoet in ${kernName}.`
    : `You get this mail because you take part in ${kernName}.`;
}

/** How secret the vote is, and in one number what was frozen, so that nobody can change it unseen. */
function kept(language: Language, { level, frozenHash }: Frozen): string[] {
  const lines = {
    nl: ["U stemt met uw naam.", "Uw stem is geheim.", "Uw stem is geheim, ook voor de gemeente."],
    en: ["You vote with your name.", "Your vote is secret.", "Your vote is secret, from the municipality too."],
  }[language];
  const says = {
    nl: "De vraag en de keuzes liggen vast onder dit nummer:",
    en: "Question and choices are fixed under this number:",
  };
  return [lines[level] ?? "", ...(frozenHash === null ? [] : [`${says[language]} ${frozenHash}`])];
}

interface Frozen {
  level: 0 | 1 | 2;
  frozenHash: string | null;
}

export function pollOpened(language: Language, given: AboutPoll & Frozen & { closesAt: Date }): Letter {
  const { kernName, name, question, url } = given;
  const until = dateTimeInWords(given.closesAt, language);
  const [secrecy = "", ...frozen] = kept(language, given);
  if (language === "en") {
    return {
      subject: oneLine(`Vote in ${kernName}: ${question}`),
      heading: `You can vote in ${kernName}`,
      paragraphs: [greeting(name, language), "This is the question:"],
      quote: question,
      button: { label: "Go and vote", url },
      after: [`You can vote until ${until}. ${secrecy}`, ...frozen],
      why: whyOf(language, given),
    };
  }
  return {
    subject: oneLine(`Stem in ${kernName}: ${question}`),
    heading: `U kunt stemmen in ${kernName}`,
    paragraphs: [greeting(name, language), "Dit is de vraag:"],
    quote: question,
    button: { label: "Ga stemmen", url },
    after: [`U kunt stemmen tot ${until}. ${secrecy}`, ...frozen],
    why: whyOf(language, given),
  };
}

/** The same for who is told in her chat with the bot first. */
export function pollOpenedInChat(language: Language, given: Parameters<typeof pollOpened>[1]): Letter {
  const until = dateTimeInWords(given.closesAt, language);
  const says = language === "nl" ? `U kunt stemmen tot ${until}.` : `You can vote until ${until}.`;
  return { ...pollOpened(language, given), inChat: { about: given.question, says } };
}

export function pollExtended(language: Language, given: AboutPoll & { closesAt: Date; reason: string }): Letter {
  const { kernName, name, question, reason, url } = given;
  const until = dateTimeInWords(given.closesAt, language);
  if (language === "en") {
    return {
      subject: oneLine(`Longer to vote in ${kernName}: ${question}`),
      heading: `You can vote until ${until}`,
      paragraphs: [
        greeting(name, language),
        `The vote in ${kernName} stays open longer. Votes cast before still count. The reason:`,
      ],
      quote: reason,
      button: { label: "See the vote", url },
      why: whyOf(language, given),
    };
  }
  return {
    subject: oneLine(`Langer stemmen in ${kernName}: ${question}`),
    heading: `U kunt stemmen tot ${until}`,
    paragraphs: [
      greeting(name, language),
      `De stemming in ${kernName} blijft langer open. Wie al stemde, hoeft niets te doen. De reden:`,
    ],
    quote: reason,
    button: { label: "Bekijk de stemming", url },
    why: whyOf(language, given),
  };
}

/** To an officer: the poll has closed and waits for the ballots on paper. */
export function paperAwaited(language: Language, given: AboutPoll): Letter {
  const { kernName, name, question, url } = given;
  if (language === "en") {
    return {
      subject: oneLine(`The count in ${kernName} waits for paper: ${question}`),
      heading: "This vote cannot be counted yet",
      paragraphs: [
        greeting(name, language),
        "Paper ballots were handed out that have not all come in. Enter them, or say that no more will come. Then the count follows by itself.",
      ],
      quote: question,
      button: { label: "To the paper ballots", url },
      why: `You get this mail because you are a liaison officer of ${kernName}.`,
    };
  }
  return {
    subject: oneLine(`De telling in ${kernName} wacht op papier: ${question}`),
    heading: "Deze stemming kan nog niet geteld worden",
    paragraphs: [
      greeting(name, language),
      "Er zijn stembiljetten op papier uitgedeeld die nog niet allemaal binnen zijn. Voer ze in, of laat weten dat er geen meer komen. Daarna volgt de telling vanzelf.",
    ],
    quote: question,
    button: { label: "Naar de stembiljetten op papier", url },
    why: `U krijgt deze mail omdat u kerncontactfunctionaris bent van ${kernName}.`,
  };
}

/** `line`: batch/size/root, to lay beside the export later. */
export function logHeadSigned(language: Language, given: AboutPoll & { line: string; last: boolean }): Letter {
  const { kernName, name, question, line, url } = given;
  if (language === "en") {
    return {
      subject: oneLine(`Fingerprint of the votes in ${kernName}: ${question}`),
      heading: given.last ? "The last fingerprint of this vote" : "A new fingerprint of this vote",
      paragraphs: [
        greeting(name, language),
        "Keep this line. Is a vote changed or taken away later? Then it no longer fits the published file.",
      ],
      quote: line,
      button: { label: "See the vote", url },
      why: "You get this mail because you asked for the fingerprints of this vote.",
    };
  }
  return {
    subject: oneLine(`Vingerafdruk van de stemmen in ${kernName}: ${question}`),
    heading: given.last ? "De laatste vingerafdruk van deze stemming" : "Een nieuwe vingerafdruk van deze stemming",
    paragraphs: [
      greeting(name, language),
      "Bewaar deze regel. Wordt er later een stem veranderd of weggehaald? Dan past hij niet meer bij het bestand met alle stemmen.",
    ],
    quote: line,
    button: { label: "Bekijk de stemming", url },
    why: "U krijgt deze mail omdat u om deze vingerafdrukken vroeg.",
  };
}

/** To who voted with a helper, after the count, so that help which was none comes out. It tells no time and no choice. */
export function votedWithHelp(language: Language, given: AboutPoll & { contact: { name: string; phone: string } }): Letter {
  const { kernName, name, question, url, contact } = given;
  if (language === "en") {
    return {
      subject: oneLine(`Your vote in ${kernName} was cast with help: ${question}`),
      heading: "The roll says: voted with help",
      paragraphs: [
        greeting(name, language),
        "The roll of this vote says that you, or somebody at your address who shares the vote, voted with a helper. Nobody can see what was chosen.",
        `Is that right? Then you need not do anything. Is it not? Call ${contact.name}: ${contact.phone}.`,
      ],
      quote: question,
      button: { label: "See the vote", url },
      why: "You get this mail because you are on the roll of this vote.",
    };
  }
  return {
    subject: oneLine(`Met hulp gestemd in ${kernName}: ${question}`),
    heading: "Op de kiezerslijst staat: met hulp gestemd",
    paragraphs: [
      greeting(name, language),
      "Volgens de kiezerslijst stemde u, of een huisgenoot voor u beiden, met een helper. Wat er gekozen is, kan niemand zien.",
      `Klopt dat? Dan hoeft u niets te doen. Klopt het niet? Bel ${contact.name}: ${contact.phone}.`,
    ],
    quote: question,
    button: { label: "Bekijk de stemming", url },
    why: "U krijgt deze mail omdat u op de kiezerslijst van deze stemming staat.",
  };
}

export function pollClosed(language: Language, given: AboutPoll & { outcome: string }): Letter {
  const { kernName, name, question, outcome, url } = given;
  if (language === "en") {
    return {
      subject: oneLine(`Outcome in ${kernName}: ${question}`),
      heading: "The outcome of the vote",
      paragraphs: [greeting(name, language), `The vote in ${kernName} is closed. The question was: ${question}`],
      quote: outcome,
      button: { label: "See the outcome", url },
      why: whyOf(language, given),
    };
  }
  return {
    subject: oneLine(`Uitslag in ${kernName}: ${question}`),
    heading: "De uitslag van de stemming",
    paragraphs: [greeting(name, language), `De stemming in ${kernName} is gesloten. De vraag was: ${question}`],
    quote: outcome,
    button: { label: "Bekijk de uitslag", url },
    why: whyOf(language, given),
  };
}
