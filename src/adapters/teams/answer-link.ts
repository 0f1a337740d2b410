/**
 * A link to one of our pages, pasted in a conversation: a card in its place. Everybody in the conversation sees it, so it shows no more
 * than what is on the square, and for who may not read there nothing but whose square it is.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling
 */
import { Refused } from "../../shared/refused.ts";
import { listOf } from "./answer-search.ts";
import type { Asker } from "./asker.ts";
import { card, heading, literal, open, say } from "./cards/kit.ts";
import { meetingCard } from "./cards/meeting-card.ts";
import { pollCard } from "./cards/poll-cards.ts";
import { proposalCard } from "./cards/proposal-card.ts";
import { doorWords } from "./cards/words-doors.ts";
import type { Answer, Card } from "./engine.ts";
import { meetingForCard, pollForCard, proposalForCard } from "./for-card.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";

const kinds = ["voorstel", "stemming", "bijeenkomst"] as const;

interface Linked {
  municipality: string;
  what: (typeof kinds)[number];
  id: string;
}

const page = /^(?:\/tab)?\/([a-z0-9-]{1,60})\/([a-z]{1,20})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/;

/** What a link points at; null for every address that is not a proposal's, poll's or meeting's of this deployment. */
export function readLink(url: string, publicUrl: string): Linked | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  const [, municipality, kind, id] = page.exec(pathname) ?? [];
  const what = kinds.find((one) => one === kind);
  if (origin !== new URL(publicUrl).origin || !municipality || !id || !what) return null;
  return { municipality, what, id };
}

export async function answerLink(
  means: Means,
  municipality: string,
  incoming: Incoming & { kind: "link" },
  now: Date,
): Promise<Answer["invoke"]> {
  const linked = readLink(incoming.url, means.bot.publicUrl);
  // Of another municipality nothing is told here, not even that it is there.
  if (linked?.municipality !== municipality) return { status: 200, body: {} };
  const home = await means.whereabouts.municipality(municipality);
  const asker = await means.whoAsks(incoming, home, null, { anonymous: incoming.anonymous });
  const shown = (asker.known && (await cardOf(means, asker, linked, now))) || nameOnly(asker, linked);
  return listOf([{ title: shown.fallbackText ?? "", about: home.name, card: shown }]);
}

/** Null when it is not on the square, or not for this reader. */
async function cardOf({ bot }: Means, { actor, language, links }: Asker, { what, id }: Linked, now: Date): Promise<Card | null> {
  try {
    if (what === "stemming") {
      const poll = await bot.perform(bot.actions.viewPoll, actor, { poll: id });
      return poll.state === "planned" ? null : pollCard(pollForCard(bot, poll), { language, links, now });
    }
    if (what === "bijeenkomst") {
      const meeting = await bot.perform(bot.actions.viewMeeting, actor, { meeting: id });
      return meetingCard(meetingForCard(meeting, now), { language, links });
    }
    const view = await bot.perform(bot.actions.viewProposal, actor, { proposal: id });
    return view.publishedAt === null ? null : proposalCard(proposalForCard(bot, actor.municipality, view), { language, links });
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function nameOnly({ language, links, municipality }: Asker, { what, id }: Linked): Card {
  const own = doorWords[language];
  const title = `Kernplein ${literal(municipality.name, 80)}`;
  const url = { voorstel: links.proposal, stemming: links.poll, bijeenkomst: links.meeting }[what](id);
  return card(language, `${title}. ${own.signInToRead}`, [heading(title), say(own.signInToRead)], [open(own.openPage, url)]);
}
