/**
 * Casting by group commit: while one batch of a poll is being written, the slips that arrive wait and form the next. Each voter
 * is answered after the commit that holds her slip. In a quiet hour a batch is one slip; in the last minute it is hundreds.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { Refused } from "../shared/refused.ts";
import type { InMunicipality, Tx } from "../shared/work.ts";
import { castSlips, type SlipToCast } from "./ballot-store.ts";
import type { OpenPoll } from "./open-polls.ts";
import { type Asker, placesOf } from "./roll-store.ts";
import { closingGraceMs } from "./rules.ts";

export interface CastRequest extends Omit<SlipToCast, "place" | "helper"> {
  /** Level 1: whose place on the roll is marked in the same transaction. Null at level 2: nobody knows who casts. */
  asker: Asker | null;
}

interface Waiting {
  request: CastRequest;
  done(verdict: string): void;
  failed(error: unknown): void;
}

const largestBatch = 500;
/** A batch gives up well within the closing grace, so that no ballot can arrive in the box after the count. */
const longestMs = closingGraceMs / 2;

const queues = new Map<OpenPoll, Waiting[]>();

/** Resolves with the verdict of the database function once the slip is safe on disk. */
export function putInBox(inMunicipality: InMunicipality, open: OpenPoll, request: CastRequest): Promise<string> {
  return new Promise<string>((done, failed) => {
    const queue = queues.get(open);
    if (queue) {
      queue.push({ request, done, failed });
      return;
    }
    queues.set(open, [{ request, done, failed }]);
    void workThrough(inMunicipality, open);
  });
}

async function workThrough(inMunicipality: InMunicipality, open: OpenPoll): Promise<void> {
  do {
    // What arrived in the same turn goes along.
    await nextTurn();
    const { batch, rest } = nextBatch(queues.get(open) ?? []);
    queues.set(open, rest);
    await write(inMunicipality, open, batch);
  } while (queues.get(open)?.length);
  queues.delete(open);
}

/** A caster stands in a batch once: which of her two slips comes first must be decided before the database looks. */
function nextBatch(queue: readonly Waiting[]): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const seen = new Set<string>();
  for (const waiting of queue) {
    const { caster } = waiting.request;
    if (batch.length >= largestBatch || seen.has(caster)) rest.push(waiting);
    else batch.push(waiting);
    seen.add(caster);
  }
  return { batch, rest };
}

async function write(inMunicipality: InMunicipality, open: OpenPoll, batch: readonly Waiting[]): Promise<void> {
  const { municipality, definition, waiting } = open;
  const marking = definition.level === 1;
  try {
    const put = async (tx: Tx) => {
      const askers = batch.flatMap(({ request }) => request.asker ?? []);
      const places = marking ? await placesOf(tx, definition.poll, askers) : [];
      const slips = batch.map(({ request }, at) => ({
        ...request,
        place: places[at] ?? null,
        helper: request.asker?.helper ?? null,
      }));
      return castSlips(tx, definition.poll, slips, { marking, others: waiting.toMixWith(batch.length) });
    };
    const { verdicts, sealed } = await inMunicipality(municipality, put, { longestMs });
    for (const [at, verdict] of verdicts.entries()) {
      const slip = batch[at]?.request;
      if (slip && (verdict === "cast" || verdict === "replaced")) waiting.add(slip.commitment);
    }
    await waiting.keepUp(sealed);
    for (const [at, { done }] of batch.entries()) done(verdicts[at] ?? "not-found");
  } catch (error) {
    for (const { failed } of batch) failed(error);
  }
}

const refusals = [
  "not-found",
  "poll-closed",
  "poll-not-open",
  "not-on-the-roll",
  "already-voted",
  "voted-on-paper",
  "pass-taken",
  "paper-entered",
  "invalid-input",
] as const;

/** The refusal that belongs to a verdict; undefined when the slip is in the box. */
export function refusalOf(verdict: string, details: Record<string, unknown>): Refused | undefined {
  const [behind, highest] = verdict.split(" ");
  if (behind === "version-behind") return new Refused("version-behind", { highest: Number(highest) });
  const code = refusals.find((known) => known === verdict);
  return code === undefined ? undefined : new Refused(code, details);
}
