/** Looks and applies: those that were asked for, one at a time in a municipality, and those that were done without asking. */
import { sql } from "kysely";
import { newId } from "../shared/ids.ts";
import type { Tx } from "../shared/work.ts";
import type { Applied, Found, OnboardingCheck, Part, Progress, Said } from "./contract.ts";

export interface Outcome {
  /** Of a look. */
  found?: Found | null;
  checks?: OnboardingCheck[];
  /** Of an apply. */
  failures?: Applied["failures"];
  byCommand?: boolean;
}

export interface RunToAsk {
  kind: "look" | "apply";
  /** Null: Kernplein itself. */
  askedBy: string | null;
  kernen?: readonly string[] | null;
  part?: Part | null;
  agreed?: readonly string[];
}

export interface RunRow {
  run: string;
  kind: "look" | "apply";
  askedById: string | null;
  askedBy: string | null;
  askedAt: Date;
  kernen: string[] | null;
  part: Part | null;
  agreed: string[];
  state: "asked" | "running" | "done" | "failed";
  attempt: number;
  endedAt: Date | null;
  progress: Progress | null;
  outcome: Outcome | null;
  failure: Said | null;
}

/** Gives the id; undefined when another run is under way. */
export async function insertRun(tx: Tx, municipality: string, asked: RunToAsk, now: Date): Promise<string | undefined> {
  const made = await tx
    .insertInto("provisioning_run")
    .values({
      municipality_id: municipality,
      run_id: newId(),
      kind: asked.kind,
      asked_by: asked.askedBy,
      asked_at: now,
      kernen: asked.kernen ? [...asked.kernen] : null,
      part: asked.part ?? null,
      agreed: [...(asked.agreed ?? [])],
      state: "asked",
    })
    .onConflict((conflict) => conflict.columns(["municipality_id"]).where("state", "in", ["asked", "running"]).doNothing())
    .returning("run_id as run")
    .executeTakeFirst();
  return made?.run;
}

/** Writes down an apply that is over, whatever is under way. */
export async function insertEnded(
  tx: Tx,
  municipality: string,
  { askedAt, ...run }: End & Pick<RunToAsk, "kernen" | "part"> & { askedAt: Date },
): Promise<void> {
  await tx
    .insertInto("provisioning_run")
    .values({
      municipality_id: municipality,
      run_id: newId(),
      kind: "apply",
      asked_at: askedAt,
      started_at: askedAt,
      kernen: run.kernen ? [...run.kernen] : null,
      part: run.part ?? null,
      ...asEnded(run),
    })
    .execute();
}

function runs(tx: Tx) {
  return tx
    .selectFrom("provisioning_run as r")
    .leftJoin("person as p", (join) =>
      join.onRef("p.municipality_id", "=", "r.municipality_id").onRef("p.person_id", "=", "r.asked_by"),
    )
    .select([
      "r.run_id as run",
      "r.kind",
      "r.asked_by as askedById",
      "p.name as askedBy",
      "r.asked_at as askedAt",
      "r.kernen",
      "r.part",
      "r.agreed",
      "r.state",
      "r.attempt",
      "r.ended_at as endedAt",
      "r.progress",
      "r.outcome",
      "r.failure",
    ])
    .orderBy("r.asked_at", "desc")
    .orderBy("r.run_id")
    .$castTo<RunRow>();
}

export async function findRun(tx: Tx, run: string): Promise<RunRow | undefined> {
  return runs(tx).where("r.run_id", "=", run).executeTakeFirst();
}

/** What is asked or running. */
export async function findUnderWay(tx: Tx): Promise<RunRow | undefined> {
  return runs(tx).where("r.state", "in", ["asked", "running"]).executeTakeFirst();
}

/** Runs of one kind that ended, newest first. */
export async function listEnded(tx: Tx, kind: RunRow["kind"], most: number): Promise<RunRow[]> {
  return runs(tx).where("r.kind", "=", kind).where("r.state", "in", ["done", "failed"]).limit(most).execute();
}

/**
 * Takes a run up: one that nobody began on, or whose last sign of life was before `deadSince`. Undefined when there is nothing to take
 * up. Gives the attempt with which its progress and end are written.
 */
export async function claimRun(tx: Tx, run: string, now: Date, deadSince: Date): Promise<RunRow | undefined> {
  const { numUpdatedRows } = await tx
    .updateTable("provisioning_run")
    .set(({ eb, fn }) => ({
      state: "running",
      attempt: eb("attempt", "+", 1),
      started_at: fn.coalesce("started_at", eb.val(now)),
      heard_at: now,
    }))
    .where("run_id", "=", run)
    .where(({ eb, and, or }) =>
      or([eb("state", "=", "asked"), and([eb("state", "=", "running"), eb("heard_at", "<", deadSince)])]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n ? findRun(tx, run) : undefined;
}

type Claim = Pick<RunRow, "run" | "attempt">;

function claimed(tx: Tx, { run, attempt }: Claim) {
  return tx
    .updateTable("provisioning_run")
    .where("run_id", "=", run)
    .where("attempt", "=", attempt)
    .where("state", "=", "running");
}

/** A sign of life, with how far it is when that is known. */
export async function saveProgress(tx: Tx, claim: Claim, now: Date, progress: Progress | null): Promise<void> {
  await claimed(tx, claim)
    .set({ heard_at: now, ...(progress ? { progress: JSON.stringify(progress) } : {}) })
    .execute();
}

/** Gives it back unfinished, for somebody else to take up. */
export async function releaseRun(tx: Tx, claim: Claim): Promise<void> {
  await claimed(tx, claim).set({ state: "asked" }).execute();
}

interface End {
  now: Date;
  progress: Progress | null;
  outcome: Outcome;
  failure: Said | null;
}

function asEnded({ now, progress, outcome, failure }: End) {
  return {
    state: failure ? "failed" : "done",
    ended_at: now,
    heard_at: now,
    outcome: JSON.stringify(outcome),
    ...(progress ? { progress: JSON.stringify(progress) } : {}),
    failure: failure ? JSON.stringify(failure) : null,
  };
}

/** False when somebody else took the run up meanwhile. */
export async function endRun(tx: Tx, claim: Claim, end: End): Promise<boolean> {
  const { numUpdatedRows } = await claimed(tx, claim).set(asEnded(end)).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Of the looks that ended only the newest says how it is now. */
export async function forgetOlderLooks(tx: Tx, newest: string): Promise<void> {
  await tx
    .deleteFrom("provisioning_run")
    .where("kind", "=", "look")
    .where("state", "in", ["done", "failed"])
    .where("run_id", "!=", newest)
    .execute();
}

export interface Evidence {
  /** The app was put into a team with its own permissions. */
  appInTeam: boolean;
  /** Somebody became a guest. */
  guestInvited: boolean;
}

/** What the record tells about the tenant's settings, without a right to read them. */
export async function findEvidence(tx: Tx): Promise<Evidence> {
  const { rows } = await sql<Evidence>`select
    exists (select from provisioned_resource where resource = 'app' and state = 'created') as "appInTeam",
    exists (select from guest where invited_at is not null and redeem_url is not null) as "guestInvited"`.execute(tx);
  return rows[0] ?? { appInTeam: false, guestInvited: false };
}
