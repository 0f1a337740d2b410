/** What there is to go to, and the card with which one says that one comes. The same for who types and for who presses. */
import type { MeetingSummary } from "../../meetings/contract.ts";
import { holdsWords } from "./answer-lists.ts";
import type { Asker } from "./asker.ts";
import { joinCard } from "./cards/help-cards.ts";
import { meetingCard, meetingsCard } from "./cards/meeting-card.ts";
import { gistOf } from "./commands.ts";
import type { Card } from "./engine.ts";
import { meetingForCard } from "./for-card.ts";
import type { Means } from "./means.ts";
import { type Scope, scopeOf } from "./scope.ts";

const mostAsked = 20;

/** `sought`: words to look for; empty for all that is to come. */
export async function meetingsAnswer(means: Means, asker: Asker, now: Date, sought = ""): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope) return joinCard(asker.help);
  const meetings = await meetingsOf(means, asker, scope, sought, mostAsked);
  const shown = meetings.map((meeting) => meetingForCard(meeting, now));
  return meetingsCard(shown, { language: asker.language, links: asker.links, about: scope, sought });
}

/** Meetings to come within the scope, soonest first; with words only those that hold them. At most `limit`, itself at most 100. */
export async function meetingsOf(
  { bot }: Means,
  asker: Asker,
  { kernen }: Scope,
  words: string,
  limit: number,
): Promise<MeetingSummary[]> {
  const q = words === "" ? undefined : words;
  const views = await Promise.all(kernen.map((kern) => bot.perform(bot.actions.listMeetings, asker.actor, { kern, q, limit })));
  return views
    .flatMap(({ meetings }) => meetings)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, limit);
}

/** One says that one comes with the button, never by what one typed: the card shows first when and where it is. */
export async function toAttend(means: Means, asker: Asker, subject: string, now: Date): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope || !asker.known) return joinCard(asker.help);
  const { language, links } = asker;
  const all = await meetingsOf(means, asker, scope, "", mostAsked);
  const planned = all.map((meeting) => meetingForCard(meeting, now)).filter(({ state, begun }) => state === "planned" && !begun);
  const gist = gistOf(subject);
  const named = gist === "" ? planned : planned.filter(({ title, hall }) => holdsWords(`${title} ${hall}`, gist));
  const [only, ...others] = named;
  if (only && others.length === 0) return meetingCard(only, { language, links });
  return meetingsCard(named.length > 0 ? named : planned, { language, links, about: scope });
}
