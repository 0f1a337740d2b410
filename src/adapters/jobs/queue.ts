/** The job queue: graphile-worker in the same PostgreSQL. A job is queued in the transaction that decided it, and may run twice. */
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Logger as QueueLogger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Event, Lane, Reaction, ReactionsTo } from "../../shared/reaction.ts";
import type { Fact, Tx } from "../../shared/work.ts";
import { watchWorkers } from "./watch-workers.ts";

/** Makes `queueReactions` of the workshop. */
export function makeQueue(reactionsTo: ReactionsTo) {
  return async (tx: Tx, municipality: string, facts: readonly Fact[]): Promise<void> => {
    const keyed = new Map<string, () => Promise<unknown>>();
    for (const fact of facts) {
      for (const reaction of reactionsTo(fact)) {
        const event: Event = { municipality, fact };
        const key = reaction.key?.(event) ?? null;
        const add = () =>
          sql`select kernplein_queue_job(${reaction.name}, ${JSON.stringify(event)}::json, ${key},
            ${reaction.due?.(fact) ?? null}, ${reaction.queue?.(event) ?? null})`.execute(tx);
        // Of many with one key only the last would stay.
        if (key === null) await add();
        else keyed.set(`${reaction.name} ${key}`, add);
      }
    }
    for (const add of keyed.values()) await add();
  };
}

export interface JobLog {
  warn(details: object, message: string): void;
}

export interface Jobs {
  /** Takes no new jobs and waits until the running ones end. */
  stop(): Promise<void>;
}

/** Jobs at once. The many of a lane that waits for Microsoft cost next to nothing meanwhile. */
const usualWidths: Readonly<Record<Lane, number>> = { prompt: 4, posting: 8, guests: 12, teams: 6 };

/**
 * Starts working through the queue. `pool`: the owner's. Failed jobs are tried again by graphile-worker with growing pauses
 * (25 times, about three days), so an outage of Graph, Teams or mail loses nothing. What a process that died was at is taken up by
 * whoever lives.
 */
export async function startJobs(
  pool: pg.Pool,
  reactions: readonly Reaction[],
  log: JobLog,
  widths: Readonly<Record<Lane, number>> = usualWidths,
): Promise<Jobs> {
  const events: WorkerEvents = new EventEmitter();
  const watch = await watchWorkers(pool, events, log);
  const runners: Runner[] = [];
  for (const lane of ["prompt", "posting", "guests", "teams"] as const) {
    const taskList: TaskList = Object.fromEntries(
      reactions
        .filter((reaction) => (reaction.lane ?? "prompt") === lane)
        .map((reaction) => [reaction.name, (payload: unknown) => reaction.run(payload as Event)]),
    );
    if (Object.keys(taskList).length === 0) continue;
    const logger = quietLogger(log);
    runners.push(
      await run({ pgPool: pool, taskList, concurrency: widths[lane], noHandleSignals: true, pollInterval: 1000, logger, events }),
    );
  }
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
      await watch.stop();
    },
  };
}

function quietLogger(log: JobLog): QueueLogger {
  return new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ level }, message);
  });
}

/** Waits until no job is due or running any more; gives up silently after `patienceMs`. `pool`: the owner's. */
export async function settled(pool: pg.Pool, patienceMs = 120_000): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const { rows } = await pool.query<{ due: number }>(
      "select count(*) as due from graphile_worker.jobs where run_at <= now() and attempts < 3",
    );
    if (rows[0]?.due === 0) return;
    await sleep(250);
  }
}
