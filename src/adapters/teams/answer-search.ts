/**
 * Search commands of the message extension: what fits the words, as cards to put into a conversation.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */
import { Refused } from "../../shared/refused.ts";
import { sentence } from "../../shared/sentences.ts";
import { dateTimeInWords } from "../../shared/time.ts";
import { answerInvoke } from "./answer-invoke.ts";
import { newestOf, pollsOf } from "./answer-lists.ts";
import { meetingsOf } from "./answer-meetings.ts";
import type { Asker } from "./asker.ts";
import { literal } from "./cards/kit.ts";
import { howMany, meetingCard } from "./cards/meeting-card.ts";
import { pollCard } from "./cards/poll-cards.ts";
import { proposalCard } from "./cards/proposal-card.ts";
import { words } from "./cards/words.ts";
import { doorWords } from "./cards/words-doors.ts";
import { meetingWords } from "./cards/words-meetings.ts";
import { askerOf } from "./deeds.ts";
import type { Answer, Card } from "./engine.ts";
import { meetingForCard, pollForCard, proposalForCard } from "./for-card.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { extensionCommands, isExtensionCommand } from "./vocabulary.ts";

type Search = Incoming & { kind: "search" };

interface Found {
  title: string;
  /** A second line in the list. */
  about: string;
  card: Card;
}

/** Nobody turns over more pages than this; she types another word. */
const mostFound = 100;

export async function answerSearch(means: Means, municipality: string, search: Search, now: Date): Promise<Answer["invoke"]> {
  const asked = isExtensionCommand(search.command) ? extensionCommands[search.command] : null;
  if (!asked || !("search" in asked)) return answerInvoke(search.name);
  const asker = await askerOf(means, municipality, search, now);
  const { language, help, links } = asker;
  const own = words[language];
  const scope = asker.known ? await scopeOf(means, asker) : null;
  if (!scope) return saying(`${own.notYetTakingPart(literal(help.name, 80))}. ${own.howToJoin} ${links.join(help.kern)}`);
  try {
    const found = search.skip >= mostFound ? [] : await finds[asked.search](means, asker, scope, search, now);
    if (found.length > 0 || search.skip > 0) return listOf(found);
    const said = doorWords[language];
    return saying(search.words === "" ? said.nothingYet : said.nothingFound(literal(search.words, 60)));
  } catch (error) {
    if (error instanceof Refused) return saying(sentence(error.code, language, error.details));
    throw error;
  }
}

async function proposals(means: Means, asker: Asker, scope: Scope, { words: sought, skip, count }: Search): Promise<Found[]> {
  const { language, links, actor } = asker;
  const own = words[language];
  const found = await newestOf(means, asker, scope, sought, Math.min(mostFound, skip + count));
  return found.slice(skip).map((view) => ({
    title: view.title,
    about: `${view.kernName} · ${own.support(view.supportCount)}`,
    card: proposalCard(proposalForCard(means.bot, actor.municipality, view), { language, links }),
  }));
}

async function polls(
  means: Means,
  asker: Asker,
  scope: Scope,
  { words: sought, skip, count }: Search,
  now: Date,
): Promise<Found[]> {
  const { language, links } = asker;
  const own = words[language];
  const found = await pollsOf(means, asker, scope, sought);
  return found.slice(skip, skip + count).map((view) => ({
    title: view.question,
    about: `${view.kernName} · ${view.state === "open" ? own.pollClosesAt(new Date(view.closesAt)) : own.pollClosed}`,
    card: pollCard(pollForCard(means.bot, view), { language, links, now }),
  }));
}

async function meetings(
  means: Means,
  asker: Asker,
  scope: Scope,
  { words: sought, skip, count }: Search,
  now: Date,
): Promise<Found[]> {
  const { language, links } = asker;
  const found = await meetingsOf(means, asker, scope, sought, Math.min(mostFound, skip + count));
  return found.slice(skip).map((view) => {
    const shown = meetingForCard(view, now);
    const standing = view.state === "cancelled" ? meetingWords[language].isCancelled : howMany(shown, language);
    return {
      title: view.title,
      about: `${view.kernName} · ${dateTimeInWords(shown.startsAt, language)} · ${standing}`,
      card: meetingCard(shown, { language, links }),
    };
  });
}

const finds = { proposals, polls, meetings };

/** In the list stands a preview; the card itself is what is put into the conversation. */
export function listOf(found: readonly Found[]): Answer["invoke"] {
  const attachments = found.map(({ title, about, card }) => ({
    contentType: "application/vnd.microsoft.card.adaptive",
    content: card,
    preview: {
      contentType: "application/vnd.microsoft.card.thumbnail",
      content: { title: asText(literal(title, 140)), text: asText(about) },
    },
  }));
  return { status: 200, body: { composeExtension: { type: "result", attachmentLayout: "list", attachments } } };
}

/** A thumbnail reads its texts as HTML. */
function asText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

export function saying(text: string): Answer["invoke"] {
  return { status: 200, body: { composeExtension: { type: "message", text } } };
}
