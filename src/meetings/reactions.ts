/** What of meetings happens at a set time, or because somebody left. */
import type { MembersFact } from "../members/contract.ts";
import type { Reaction } from "../shared/reaction.ts";
import { type Fact, itself, type Perform } from "../shared/work.ts";
import type { MeetingsFact } from "./contract.ts";
import { freePlaces } from "./free-places.ts";
import { remindOfMeeting } from "./remind-of-meeting.ts";
import { reminderOf } from "./rules.ts";

const begins = (fact: Fact) => fact as Extract<MeetingsFact, { fact: "meeting-planned" | "meeting-changed" }>;
const left = (fact: Fact) => fact as Extract<MembersFact, { fact: "member-left" }>;

/** "remind-of-meeting" follows "meeting-planned" and "meeting-changed", "free-places" follows "member-left". */
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
      run: ({ municipality, fact }) => {
        const { person, kern } = left(fact);
        return perform(freePlaces, itself(municipality), { person, kern });
      },
    },
  ];
}
