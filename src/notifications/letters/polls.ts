/** Mails to the members of a kern about a poll. */
import { dateTimeInWords } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter, oneLine } from "../letter.ts";

export interface AboutPoll {
  kernName: string;
  name: string;
  question: string;
  url: string;
  /** Her own page, where she can stop. */
  meUrl: string;
}

function whyAndStop(language: Language, { kernName, meUrl }: AboutPoll): Pick<Letter, "why" | "stop"> {
  return language === "nl"
    ? { why: `U krijgt deze mail omdat u meedoet in ${kernName}.`, stop: { label: "Stoppen met meedoen", url: meUrl } }
    : { why: `You get this mail because you take part in ${kernName}.`, stop: { label: "Stop taking part", url: meUrl } };
}

export function pollOpened(language: Language, given: AboutPoll & { closesAt: Date }): Letter {
  const { kernName, name, question, url } = given;
  const until = dateTimeInWords(given.closesAt, language);
  if (language === "en") {
    return {
      subject: oneLine(`Vote in ${kernName}: ${question}`),
      heading: `You can vote in ${kernName}`,
      paragraphs: [greeting(name, language), "This is the question:"],
      quote: question,
      button: { label: "Go and vote", url },
      after: [`You can vote until ${until}. Your vote is secret.`],
      ...whyAndStop(language, given),
    };
  }
  return {
    subject: oneLine(`Stem in ${kernName}: ${question}`),
    heading: `U kunt stemmen in ${kernName}`,
    paragraphs: [greeting(name, language), "Dit is de vraag:"],
    quote: question,
    button: { label: "Ga stemmen", url },
    after: [`U kunt stemmen tot ${until}. Uw stem is geheim.`],
    ...whyAndStop(language, given),
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
      ...whyAndStop(language, given),
    };
  }
  return {
    subject: oneLine(`Uitslag in ${kernName}: ${question}`),
    heading: "De uitslag van de stemming",
    paragraphs: [greeting(name, language), `De stemming in ${kernName} is gesloten. De vraag was: ${question}`],
    quote: outcome,
    button: { label: "Bekijk de uitslag", url },
    ...whyAndStop(language, given),
  };
}
