/** The job queue: graphile-worker in the same PostgreSQL. A job is queued in the transaction that decided it, and may run twice. */
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Logger as QueueLogger, type Runner, run, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Event, Reaction, ReactionsTo } from "../../shared/reaction.ts";
import type { Fact, Tx } from "../../shared/work.ts";

/** Makes `queueReactions` of the workshop. */
export function makeQueue(reactionsTo: ReactionsTo) {
  return async (tx: Tx, municipality: string, facts: readonly Fact[]): Promise<void> => {
    for (const fact of facts) {
      for (const reaction of reactionsTo(fact)) {
        const event: Event = { municipality, fact };
        await sql`select kernplein_queue_job(${reaction.name}, ${JSON.stringify(event)}::json,
          ${reaction.key?.(event) ?? null}, ${reaction.due?.(fact) ?? null})`.execute(tx);
      }
    }
  };
}

export interface JobLog {
  warn(details: object, message: string): void;
}

/**
 * Starts working through the queue. `pool`: the owner's. Failed jobs are tried again by graphile-worker with growing pauses
 * (25 times, about three days), so an outage of Graph, Teams or mail loses nothing.
 */
export async function startJobs(pool: pg.Pool, reactions: readonly Reaction[], log: JobLog, concurrency = 4): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    reactions.map((reaction) => [reaction.name, (payload: unknown) => reaction.run(payload as Event)]),
  );
  return run({ pgPool: pool, taskList, concurrency, noHandleSignals: true, pollInterval: 1000, logger: quietLogger(log) });
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
