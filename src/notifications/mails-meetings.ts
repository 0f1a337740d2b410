/** Mails about a meeting to who comes or waits; its plan is told by a card, not by mail. */
import type { Attendance, MeetingsFact } from "../meetings/contract.ts";
import { calendarForMail, invited, type MeetingForMail, meetingForMail } from "../meetings/index.ts";
import { takingPart } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { Language, Tx } from "../shared/work.ts";
import type { ChatDesk } from "./chat-first.ts";
import type { Letter } from "./letter.ts";
import {
  type AboutMeeting,
  meetingCancelled,
  meetingMoved,
  meetingNear,
  minutesWritten,
  placeFreed,
} from "./letters/meetings.ts";
import { mailEach } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import type { MailKind } from "./mail-setting-contract.ts";

const follow = following<MeetingsFact>();

interface Round {
  /** With whom to begin: who stands so when the mail leaves. */
  standings: readonly Attendance[];
  /** Only these of them. */
  people?: readonly string[];
  /** The kind by which people stop it; null: what changes her evening always comes. */
  mail: MailKind | null;
  /** Whether who comes gets it for her own calendar; for who waits it would be too early. */
  forCalendar?: true;
  /** Undefined when the mail has lost its meaning meanwhile. */
  letterFor(found: MeetingForMail): ((language: Language, about: AboutMeeting) => Letter) | undefined;
}

export function mailsAboutMeetings(desk: ChatDesk): MailReaction[] {
  const tell = (municipality: string, meeting: string, key: string, round: Round) =>
    mailEach(desk, municipality, key, async (tx) => {
      const found = await meetingForMail(tx, meeting, desk.clock());
      const letterFor = found && round.letterFor(found);
      if (!found || !letterFor) return undefined;
      const waiting = new Set(await invited(tx, meeting, ["waiting"]));
      const people = await addressees(tx, meeting, round);
      const { title, startsAt, endsAt, hall, address, online } = found;
      const url = `${desk.publicUrl}${paths.meeting(municipality, meeting)}`;
      const about = { title, startsAt, endsAt, hall, address, online, url };
      return {
        kern: found.kern,
        mail: round.mail,
        people,
        letterFor: ({ language, name, person }, { contact, replyTo }) => {
          const waits = waiting.has(person);
          const letter = letterFor(language, { ...about, name, waits });
          if (!round.forCalendar || waits) return letter;
          const organizer = replyTo === null ? null : { name: contact.name, email: replyTo };
          const setting = { publicUrl: desk.publicUrl, municipality, language, organizer };
          return { ...letter, calendar: calendarForMail(found.entry, setting) };
        },
      };
    });

  const stands = ({ state }: MeetingForMail) => state === "planned";
  const both = ["coming", "waiting"] as const;

  return [
    follow("mail-meeting-moved", "meeting-changed", async ({ municipality, fact: { meeting, moved, version } }) => {
      if (!moved) return;
      await tell(municipality, meeting, `meeting-changed ${meeting} ${version}`, {
        standings: both,
        mail: null,
        forCalendar: true,
        letterFor: (found) => (stands(found) ? meetingMoved : undefined),
      });
    }),
    follow("mail-meeting-cancelled", "meeting-cancelled", ({ municipality, fact: { meeting } }) =>
      tell(municipality, meeting, `meeting-cancelled ${meeting}`, {
        standings: both,
        mail: null,
        forCalendar: true,
        letterFor: ({ cancelReason }) =>
          cancelReason === null ? undefined : (language, about) => meetingCancelled(language, { ...about, reason: cancelReason }),
      }),
    ),
    follow("mail-place-freed", "place-freed", ({ municipality, fact: { meeting, people, turn } }) =>
      tell(municipality, meeting, `place-freed ${meeting} ${turn}`, {
        standings: ["coming"],
        people,
        mail: null,
        forCalendar: true,
        letterFor: (found) => (stands(found) ? placeFreed : undefined),
      }),
    ),
    follow("mail-meeting-near", "meeting-day-near", ({ municipality, fact: { meeting, startsAt } }) =>
      tell(municipality, meeting, `meeting-day-near ${meeting} ${startsAt}`, {
        standings: both,
        mail: "meetings",
        letterFor: (found) =>
          stands(found) && found.startsAt.toISOString() === startsAt && found.startsAt > desk.clock() ? meetingNear : undefined,
      }),
    ),
    follow("mail-minutes", "minutes-written", ({ municipality, fact: { meeting } }) =>
      tell(municipality, meeting, `minutes-written ${meeting}`, {
        standings: ["coming"],
        mail: "meetings",
        letterFor: ({ minutes }) =>
          minutes === null ? undefined : (language, about) => minutesWritten(language, { ...about, minutes }),
      }),
    ),
  ];
}

async function addressees(tx: Tx, meeting: string, { standings, people }: Round) {
  const standing = await invited(tx, meeting, standings);
  return takingPart(tx, people ? standing.filter((person) => people.includes(person)) : standing);
}
