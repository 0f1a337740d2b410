import { z } from "zod";
import { after, days } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { removeGuestNames } from "./attendee-store.ts";
import type { MeetingsFact } from "./contract.ts";
import { namesKeptMs } from "./rules.ts";

/**
 * Once a day: takes the names of people without e-mail off the lists of meetings that ended more than 30 days ago (`namesKeptMs`), and sets
 * the next day. That they came or waited stays counted. Done by Kernplein itself; twice takes off nothing more.
 */
export const forgetGuestNames = action({
  name: "meetings.forget-guest-names",
  kind: "change",
  input: z.object({}),
  async run({ tx, now, announce, concerns }): Promise<void> {
    concerns("names of guests");
    await removeGuestNames(tx, after(now, -namesKeptMs));
    announce({ fact: "guest-names-due", at: after(now, days(1)).toISOString() } satisfies MeetingsFact);
  },
});
