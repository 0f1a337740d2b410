/** What the bot can do, how to take part, and what went wrong. */
import { type BegunText, noText } from "../../../shared/links.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { card, heading, literal, open, phoneNumber, press, say } from "./kit.ts";
import type { Links } from "./links.ts";
import { words } from "./words.ts";

export interface HelpOptions {
  language: Language;
  links: Links;
  /** The kern this conversation is about; null where there is none or more than one. */
  kern: string | null;
  /** Its name, or the municipality's. */
  name: string;
  /** Whom to call. */
  contact: { name: string; phone: string } | null;
  /** What was said and not understood: the form starts with it. */
  begun?: BegunText;
}

export type Opening = "help" | "greeting" | "unknown" | "welcome";

/** One card for hi, help, a text that was not understood and the arrival of the bot: never silent, always the same way on. */
export function helpCard(opening: Opening, { language, links, kern, name, contact, begun = noText }: HelpOptions): Card {
  const own = words[language];
  const place = literal(name, 80);
  const openings = {
    help: [heading(own.whatICan)],
    greeting: [heading(own.hello(place)), say(own.whatICan, { weight: "Bolder" })],
    welcome: [heading(own.welcome(place)), say(own.welcomeHere), say(own.whatICan, { weight: "Bolder" })],
    unknown: [heading(own.notUnderstood), say(own.isItAProposal), say(own.whatICan, { weight: "Bolder" })],
  };
  return card(
    language,
    `${openings[opening][0]?.text} ${own.whatICan}: ${own.commands.map(([command]) => command).join(", ")}.`,
    [
      ...openings[opening],
      ...own.commands.map(([command, meaning]) => say(`**${command}**: ${meaning}`, { spacing: "Small" })),
      ...(contact ? [say(own.ratherCall(literal(contact.name, 100), phoneNumber(contact.phone)), { isSubtle: true })] : []),
    ],
    [
      press(own.proposals, "proposals", {}, kern === null ? links.home() : links.proposals(kern)),
      press(own.polls, "polls", {}, kern === null ? links.home() : links.polls(kern)),
      press(own.meetings, "meetings", {}, kern === null ? links.home() : links.agenda(kern)),
      kern === null
        ? press(own.placeProposal, "new-proposal", {}, links.home())
        : open(own.placeProposal, links.newProposal(kern, begun)),
    ],
  );
}

/** For somebody Kernplein does not know (yet). */
export function joinCard({ language, links, kern, name, contact }: HelpOptions): Card {
  const own = words[language];
  const title = own.notYetTakingPart(literal(name, 80));
  return card(
    language,
    `${title}. ${own.howToJoin}`,
    [
      heading(title),
      say(own.howToJoin),
      say(own.alreadyTakingPart),
      ...(contact ? [say(own.ratherCall(literal(contact.name, 100), phoneNumber(contact.phone)), { isSubtle: true })] : []),
    ],
    [open(own.join, links.join(kern)), open(own.signIn, links.signIn())],
  );
}

/** One sentence, with a way on where there is one: an error or a refusal. */
export function noticeCard(sentence: string, language: Language, next?: { title: string; url: string }): Card {
  return card(language, sentence, [say(sentence, { weight: "Bolder" })], next ? [open(next.title, next.url)] : []);
}
