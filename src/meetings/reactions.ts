/** What of meetings happens at a set time, or because somebody left or was blocked. */
import type { MembersFact } from "../members/contract.ts";
import type { Reaction } from "../shared/reaction.ts";
import { type Fact, itself, type Perform } from "../shared/work.ts";
import type { MeetingsFact } from "./contract.ts";
import { forgetGuestNames } from "./forget-guest-names.ts";
import { freePlaces } from "./free-places.ts";
import { remindOfMeeting } from "./remind-of-meeting.ts";
import { reminderOf } from "./rules.ts";

const begins = (fact: Fact) => fact as Extract<MeetingsFact, { fact: "meeting-planned" | "meeting-changed" }>;
const isNextDay = (fact: Fact): fact is Extract<MeetingsFact, { fact: "guest-names-due" }> => fact.fact === "guest-names-due";
const gone = (fact: Fact) => fact as Extract<MembersFact, { fact: "member-left" | "member-blocked" }>;

/**
 * "remind-of-meeting" follows "meeting-planned" and "meeting-changed"; "free-places" follows "member-left" and "member-blocked";
 * "forget-guest-names" follows the start and then, day after day, the fact that its own action announces.
 */
export function makeMeetingsReactions(perform: Perform): Reaction[] {
  return [
    {
      name: "meetings.remind-of-meeting",
      due: (fact) => reminderOf(new Date(begins(fact).startsAt)),
      key: ({ municipality, fact }) => `meeting near ${municipality} ${begins(fact).meeting}`,
      run: ({ municipality, fact }) => perform(remindOfMeeting, itself(municipality), { meeting: begins(fact).meeting }),
    },
    {
      name: "meetings.free-places",
      run: ({ municipality, fact }) => perform(freePlaces, itself(municipality), { person: gone(fact).person }),
    },
    {
      name: "meetings.forget-guest-names",
      due: (fact) => (isNextDay(fact) ? new Date(fact.at) : undefined),
      key: ({ municipality }) => `guest-names ${municipality}`,
      run: ({ municipality }) => perform(forgetGuestNames, itself(municipality), {}),
    },
  ];
}
