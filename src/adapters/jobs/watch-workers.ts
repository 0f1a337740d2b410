/**
 * Jobs of a process that died are let go after half a minute; by itself graphile-worker waits four hours. A worker lives as long as its
 * process holds an advisory lock for it, which PostgreSQL takes back with the connection.
 */
import { setInterval } from "node:timers/promises";
import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";

const everyMs = 15_000;
/** A worker's first job may be taken before its lock. */
const youngMs = 15_000;

const lockOf = (worker: string) => `hashtextextended('kernplein-worker ' || ${worker}, 0)`;

interface WatchLog {
  warn(details: object, message: string): void;
}

/** `pool`: the owner's; one of its connections is kept until `stop`. `events` tells of the workers of this process. */
export async function watchWorkers(pool: pg.Pool, events: WorkerEvents, log: WatchLog): Promise<{ stop(): Promise<void> }> {
  const workers = new Set<string>();
  const stopping = new AbortController();
  let holder: pg.PoolClient | undefined;
  /** One connection does one thing at a time. */
  let marking = Promise.resolve();

  async function hold(ids: readonly string[]): Promise<void> {
    if (!holder) {
      const client = await pool.connect();
      client.once("error", () => {
        if (holder === client) holder = undefined;
      });
      holder = client;
      ids = [...workers];
    }
    for (const id of ids) await holder.query(`select pg_advisory_lock(${lockOf("$1")})`, [id]);
  }

  async function turn(): Promise<void> {
    await marking;
    if (!holder) await hold([]);
    // Not by the holder's connection: who holds a lock gets it again.
    const { rows } = await pool.query<{ id: string }>(
      `select locked_by as id from (select distinct locked_by from graphile_worker.jobs where locked_at < now() - $1 * interval '1 ms') l
       where locked_by is not null and pg_try_advisory_xact_lock(${lockOf("locked_by")})`,
      [youngMs],
    );
    const dead = rows.map(({ id }) => id).filter((id) => !workers.has(id));
    if (dead.length > 0) await pool.query("select graphile_worker.force_unlock_workers($1)", [dead]);
  }

  await turn();
  events.on("worker:create", ({ worker: { workerId } }) => {
    workers.add(workerId);
    marking = marking
      .then(() => hold([workerId]))
      .catch((error: unknown) => log.warn({ error: String(error) }, "A worker could not be marked as living."));
  });
  const watching = (async () => {
    for await (const _ of setInterval(everyMs, undefined, { signal: stopping.signal })) {
      await turn().catch((error: unknown) => log.warn({ error: String(error) }, "It could not be seen which workers died."));
    }
  })().catch(() => undefined);
  return {
    async stop() {
      stopping.abort();
      await watching;
      await marking;
      // The locks go with the connection.
      holder?.release(true);
      holder = undefined;
    },
  };
}
