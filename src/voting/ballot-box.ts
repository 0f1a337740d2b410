/**
 * Casting by group commit: while one batch of a poll is being written, the ballots that arrive wait and form the next. Each voter
 * is answered after the commit that holds her ballot. In a quiet hour a batch is one ballot; in the last minute it is hundreds.
 */
import { sql } from "kysely";
import { Refused } from "../shared/refused.ts";
import type { Workshop } from "../shared/work.ts";
import { closingGraceMs } from "./rules.ts";
import { type CastRequest, castBallots } from "./store.ts";

type InMunicipality = Workshop["inMunicipality"];
interface Waiting {
  request: CastRequest;
  done(verdict: string): void;
  failed(error: unknown): void;
}

const largestBatch = 500;
/** A batch gives up well within the closing grace, so that no ballot can arrive in the box after the count. */
const statementTimeoutMs = closingGraceMs / 2;

export interface BallotBox {
  /** Resolves with the verdict of the database function once the ballot is safe on disk. */
  cast(inMunicipality: InMunicipality, municipality: string, poll: string, request: CastRequest): Promise<string>;
}

export function makeBallotBox(): BallotBox {
  const waiting = new Map<string, Waiting[]>();

  async function write(inMunicipality: InMunicipality, municipality: string, poll: string, batch: Waiting[]): Promise<void> {
    try {
      const verdicts = await inMunicipality(municipality, async (tx) => {
        await sql`select set_config('statement_timeout', ${String(statementTimeoutMs)}, true)`.execute(tx);
        return castBallots(
          tx,
          poll,
          batch.map(({ request }) => request),
        );
      });
      for (const [number, { done }] of batch.entries()) done(verdicts[number] ?? "not-found");
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  async function workThrough(key: string, inMunicipality: InMunicipality, municipality: string, poll: string): Promise<void> {
    for (;;) {
      const batch = waiting.get(key)?.splice(0, largestBatch) ?? [];
      if (batch.length === 0) break;
      await write(inMunicipality, municipality, poll, batch);
    }
    waiting.delete(key);
  }

  return {
    cast(inMunicipality, municipality, poll, request) {
      return new Promise<string>((done, failed) => {
        const key = `${municipality}/${poll}`;
        const queue = waiting.get(key);
        if (queue) {
          queue.push({ request, done, failed });
          return;
        }
        waiting.set(key, [{ request, done, failed }]);
        void workThrough(key, inMunicipality, municipality, poll);
      });
    },
  };
}

const refusals = ["not-found", "poll-closed", "poll-not-open", "not-on-the-roll", "already-voted", "invalid-input"] as const;

/** The refusal that belongs to a verdict; undefined when the ballot is in the box. */
export function refusalOf(verdict: string, details: Record<string, unknown>): Refused | undefined {
  const code = refusals.find((known) => known === verdict);
  return code === undefined ? undefined : new Refused(code, details);
}
