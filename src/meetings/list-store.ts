/** SQL of lists of meetings, each row with how one person stands to it. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Attendance, LedShow } from "./contract.ts";
import type { Cursor } from "./cursor.ts";
import { here, meetings, type StoredMeeting } from "./store.ts";

export interface ListedMeeting extends StoredMeeting {
  /** How the asker stands; null when she did not answer. */
  mine: Attendance | null;
  /** Microseconds since 1970, as the cursor carries it. */
  key: number;
}

export interface ListWish {
  /** Person id of the asker. */
  person: string;
  now: Date;
  when: "upcoming" | "past";
  /** Only in these. */
  kernen?: readonly string[] | undefined;
  q?: string | undefined;
  proposal?: string | undefined;
  /** Only where the asker stands so; null for where she did not answer. */
  mine?: readonly Attendance[] | null | undefined;
  /** Not cancelled. */
  stands?: true | undefined;
  /** Nothing was written down of it. */
  lacksMinutes?: true | undefined;
  /** Begins before this (an upcoming one) or after it (a past one). */
  edge?: Date | undefined;
  after?: Cursor | null;
  limit: number;
}

const key = sql<number>`(extract(epoch from m.starts_at) * 1000000)::bigint`;
const moment = (given: number) => sql<Date>`(timestamptz 'epoch' + ${given}::bigint * interval '1 microsecond')`;

/** Upcoming: what has not ended, soonest first. Past: what has, latest first. */
export function listed(tx: Tx, wish: ListWish): Promise<ListedMeeting[]> {
  const { person, now, kernen, q, proposal, mine, after, edge } = wish;
  const upcoming = wish.when === "upcoming";
  let query = withMine(tx, person)
    .select(key.as("key"))
    .where("m.ends_at", upcoming ? ">" : "<=", now)
    .orderBy("m.starts_at", upcoming ? "asc" : "desc")
    .orderBy("m.meeting_id", upcoming ? "asc" : "desc")
    .limit(wish.limit);
  if (kernen) query = query.where("m.kern_id", "in", kernen);
  if (wish.stands) query = query.where("m.cancelled_at", "is", null);
  if (wish.lacksMinutes) query = query.where("m.minutes", "is", null);
  if (edge) query = query.where("m.starts_at", upcoming ? "<" : ">", edge);
  if (mine === null) query = query.where("a.standing", "is", null);
  if (mine) query = query.where("a.standing", "in", mine);
  if (q) query = query.where(sql<boolean>`kernplein_words(m.title || ' ' || m.body || ' ' || m.hall) @@ kernplein_sought(${q})`);
  if (proposal) query = query.where(sql<boolean>`exists ${about(proposal)}`);
  if (after) {
    const beyond = upcoming ? sql.raw(">") : sql.raw("<");
    query = query.where(sql<boolean>`(m.starts_at, m.meeting_id) ${beyond} (${moment(after.key)}, ${after.meeting}::uuid)`);
  }
  return query.$castTo<ListedMeeting>().execute();
}

const about = (proposal: string) => sql`(select from meeting_proposal l
  where l.municipality_id = m.municipality_id and l.meeting_id = m.meeting_id and l.proposal_id = ${proposal}::uuid)`;

function withMine(tx: Tx, person: string) {
  return meetings(tx)
    .leftJoin("meeting_attendee as a", (on) =>
      on
        .onRef("a.municipality_id", "=", "m.municipality_id")
        .onRef("a.meeting_id", "=", "m.meeting_id")
        .on("a.person_id", "=", person),
    )
    .select("a.standing as mine");
}

/** How many meetings of these kernen are to come, have been, and were held without minutes. */
export async function countLed(tx: Tx, kernen: readonly string[], now: Date): Promise<Record<LedShow, number>> {
  const count = (condition: RawBuilder<unknown>) => sql<number>`(count(*) filter (where ${condition}))::integer`;
  return tx
    .selectFrom("meeting as m")
    .select([
      count(sql`m.ends_at > ${now}`).as("upcoming"),
      count(sql`m.ends_at <= ${now}`).as("past"),
      count(sql`m.ends_at <= ${now} and m.cancelled_at is null and m.minutes is null`).as("without-minutes"),
    ])
    .where("m.municipality_id", "=", here)
    .where("m.kern_id", "in", kernen)
    .executeTakeFirstOrThrow();
}

/** For the public calendar of a kern: what ended after `since`, cancelled ones too, soonest first. */
export function ofKernSince(tx: Tx, kern: string, since: Date, limit: number): Promise<StoredMeeting[]> {
  return meetings(tx)
    .where("m.kern_id", "=", kern)
    .where("m.ends_at", ">", since)
    .orderBy("m.starts_at")
    .orderBy("m.meeting_id")
    .limit(limit)
    .execute();
}

/** Not cancelled, and beginning from `since` on and before `until`. */
export function beginningIn(tx: Tx, kern: string, { since, until }: { since: Date; until: Date }): Promise<StoredMeeting[]> {
  return meetings(tx)
    .where("m.kern_id", "=", kern)
    .where("m.cancelled_at", "is", null)
    .where("m.starts_at", ">=", since)
    .where("m.starts_at", "<", until)
    .orderBy("m.starts_at")
    .orderBy("m.meeting_id")
    .execute();
}
