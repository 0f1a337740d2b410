/** Meetings and people, by the actions themselves. The database's clock stands at 22 November 2026. */
import type { z } from "zod";
import type { planMeetingInput } from "../../src/meetings/contract.ts";
import { planMeeting } from "../../src/meetings/index.ts";
import { after, hours } from "../../src/shared/time.ts";
import type { Actor } from "../../src/shared/work.ts";
import type { TestDatabase } from "../support/database.ts";

export const begins = new Date("2026-12-03T18:30:00Z");

export type MeetingWish = Partial<z.input<typeof planMeetingInput>>;

export function aPlan(wish: MeetingWish = {}): z.input<typeof planMeetingInput> {
  const startsAt = wish.startsAt ?? begins.toISOString();
  return {
    kern: "arkel",
    title: "Dorpsavond over de steiger",
    text: "We bekijken de tekeningen.",
    endsAt: after(new Date(startsAt), hours(2)).toISOString(),
    hall: "Dorpshuis De Voorbeeldhoek",
    address: "Voorbeeldplein 1",
    ...wish,
    startsAt,
  };
}

export async function aMeeting(database: TestDatabase, officer: Actor, wish: MeetingWish = {}): Promise<string> {
  const { meeting } = await database.perform(planMeeting, officer, aPlan(wish));
  return meeting;
}
