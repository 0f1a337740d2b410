/** SQL of meetings themselves. Who comes stands in attendee-store.ts. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Position } from "./contract.ts";

export interface StoredMeeting {
  meeting: string;
  kern: string;
  kernName: string;
  title: string;
  text: string;
  startsAt: Date;
  endsAt: Date;
  hall: string;
  address: string;
  latitude: number | null;
  longitude: number | null;
  online: string | null;
  capacity: number | null;
  /** Person id. */
  plannedBy: string;
  plannedAt: Date;
  changedAt: Date;
  startSetAt: Date;
  remindedAt: Date | null;
  version: number;
  cancelledAt: Date | null;
  cancelReason: string | null;
  minutes: string | null;
  attended: number | null;
  minutesAt: Date | null;
  coming: number;
  waiting: number;
  nextPlace: number;
}

export const here = sql<string>`kernplein_municipality()`;

/** Meetings with all their columns and the name of their kern. */
export function meetings(tx: Tx) {
  return tx
    .selectFrom("meeting as m")
    .innerJoin("kern as k", (on) => on.onRef("k.municipality_id", "=", "m.municipality_id").onRef("k.kern_id", "=", "m.kern_id"))
    .select([
      "m.meeting_id as meeting",
      "m.kern_id as kern",
      "k.name as kernName",
      "m.title",
      "m.body as text",
      "m.starts_at as startsAt",
      "m.ends_at as endsAt",
      "m.hall",
      "m.address",
      "m.latitude",
      "m.longitude",
      "m.online",
      "m.capacity",
      "m.planned_by as plannedBy",
      "m.planned_at as plannedAt",
      "m.changed_at as changedAt",
      "m.start_set_at as startSetAt",
      "m.reminded_at as remindedAt",
      "m.version",
      "m.cancelled_at as cancelledAt",
      "m.cancel_reason as cancelReason",
      "m.minutes",
      "m.attended",
      "m.minutes_at as minutesAt",
      "m.coming_count as coming",
      "m.waiting_count as waiting",
      "m.next_place as nextPlace",
    ])
    .where("m.municipality_id", "=", here);
}

export function findMeeting(tx: Tx, meeting: string): Promise<StoredMeeting | undefined> {
  return meetings(tx).where("m.meeting_id", "=", meeting).executeTakeFirst();
}

/** The same, and nobody else changes it or who comes until this transaction ends. */
export function lockMeeting(tx: Tx, meeting: string): Promise<StoredMeeting | undefined> {
  return meetings(tx).where("m.meeting_id", "=", meeting).forNoKeyUpdate("m").executeTakeFirst();
}

export interface MeetingContent {
  title: string;
  text: string;
  startsAt: Date;
  endsAt: Date;
  hall: string;
  address: string;
  position: Position | null;
  online: string | null;
  capacity: number | null;
}

const contentColumns = (content: MeetingContent) => ({
  title: content.title,
  body: content.text,
  starts_at: content.startsAt,
  ends_at: content.endsAt,
  hall: content.hall,
  address: content.address,
  latitude: content.position?.latitude ?? null,
  longitude: content.position?.longitude ?? null,
  online: content.online,
  capacity: content.capacity,
});

/** False when this id is taken (a plan that arrives twice). */
export async function insertMeeting(
  tx: Tx,
  planned: MeetingContent & { municipality: string; meeting: string; kern: string; by: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("meeting")
    .values({
      municipality_id: planned.municipality,
      meeting_id: planned.meeting,
      kern_id: planned.kern,
      planned_by: planned.by,
      planned_at: planned.at,
      changed_at: planned.at,
      start_set_at: planned.at,
      ...contentColumns(planned),
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "meeting_id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const oneMeeting = (tx: Tx, meeting: string) =>
  tx.updateTable("meeting").where("municipality_id", "=", here).where("meeting_id", "=", meeting);

/** `startSet`: the beginning is another. */
export async function saveContent(
  tx: Tx,
  meeting: string,
  content: MeetingContent,
  { at, startSet }: { at: Date; startSet: boolean },
): Promise<void> {
  await oneMeeting(tx, meeting)
    .set((row) => ({
      ...contentColumns(content),
      ...(startSet ? { start_set_at: at } : {}),
      changed_at: at,
      version: row("version", "+", 1),
    }))
    .execute();
}

export async function saveCancelling(tx: Tx, meeting: string, reason: string, at: Date): Promise<void> {
  await oneMeeting(tx, meeting)
    .set((row) => ({ cancelled_at: at, cancel_reason: reason, changed_at: at, version: row("version", "+", 1) }))
    .execute();
}

export async function saveMinutes(
  tx: Tx,
  meeting: string,
  { text, attended, at }: { text: string; attended: number | null; at: Date },
): Promise<void> {
  await oneMeeting(tx, meeting).set({ minutes: text, attended, minutes_at: at }).execute();
}

export async function saveReminded(tx: Tx, meeting: string, at: Date): Promise<void> {
  await oneMeeting(tx, meeting).set({ reminded_at: at }).execute();
}

export async function saveLine(
  tx: Tx,
  meeting: string,
  { coming, waiting, nextPlace }: Pick<StoredMeeting, "coming" | "waiting" | "nextPlace">,
): Promise<void> {
  await oneMeeting(tx, meeting).set({ coming_count: coming, waiting_count: waiting, next_place: nextPlace }).execute();
}
