import type { ChatDesk } from "./chat-first.ts";
import type { MailReaction } from "./mail-reaction.ts";
import { mailsAboutGuests } from "./mails-guests.ts";
import { mailsAboutJoining } from "./mails-joining.ts";
import { mailsAboutMeetings } from "./mails-meetings.ts";
import { mailsAboutModeration } from "./mails-moderation.ts";
import { mailsAboutPolls } from "./mails-polls.ts";
import { mailsAboutProposals } from "./mails-proposals.ts";
import { mailsAboutSigningIn } from "./mails-signing-in.ts";
import { mailsAboutTeams } from "./mails-teams.ts";
import { planLastDays } from "./plan-last-days.ts";
import { planWeeks } from "./plan-weeks.ts";
import { tellOfficers } from "./tell-officers.ts";

/** Every mail Kernplein sends, and what it tells in a chat, each as a reaction that names the fact it `follows`. */
export function makeNotifications(desk: ChatDesk): MailReaction[] {
  const settled: ChatDesk = { ...desk, publicUrl: desk.publicUrl.replace(/\/+$/, "") };
  return [
    ...mailsAboutJoining(settled),
    ...mailsAboutGuests(settled),
    ...mailsAboutSigningIn(settled),
    ...mailsAboutProposals(settled),
    ...mailsAboutMeetings(settled),
    ...mailsAboutPolls(settled),
    ...mailsAboutTeams(settled),
    ...mailsAboutModeration(settled),
    ...tellOfficers(settled),
    ...planWeeks(settled),
    planLastDays(settled),
  ];
}
