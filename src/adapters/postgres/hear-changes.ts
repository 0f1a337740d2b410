/** Hears what all instances tell (LISTEN), by one connection of its own that is made anew whenever it breaks. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { abouts, type LiveListener, type LiveSource } from "../../shared/live.ts";
import { channel } from "./tell-changes.ts";

const notice = z.object({
  municipality: z.string(),
  told: z.array(
    z.object({
      about: z.enum(abouts),
      id: z.string(),
      kern: z.string(),
      to: z.object({
        everybody: z.literal(true).exactOptional(),
        officersOf: z.string().exactOptional(),
        person: z.string().exactOptional(),
      }),
    }),
  ),
});

export interface HearingLog {
  warn(details: object, message: string): void;
}

export interface Hearing extends LiveSource {
  close(): Promise<void>;
}

/** A line that died without a word is noticed within this time. */
const pingEveryMs = 30_000;
const longestPauseMs = 30_000;

/** `url`: postgres://…. Resolves once it hears, or when the first try failed; it goes on trying by itself. */
export async function hearChanges(url: string, log: HearingLog): Promise<Hearing> {
  const listeners = new Set<LiveListener>();
  const stopping = new AbortController();
  let client: pg.Client | undefined;
  let heardBefore = false;

  /** Resolves when the line has broken; rejects when there was none to be had. */
  async function hearUntilBroken(hears: () => void): Promise<void> {
    const line = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
    });
    const broken = new Promise<void>((resolve) => {
      line.on("error", () => resolve());
      line.on("end", () => resolve());
    });
    line.on("notification", ({ payload }) => pass(payload));
    client = line;
    const ping = setInterval(() => void line.query("select 1").catch(() => line.end().catch(() => undefined)), pingEveryMs);
    try {
      await line.connect();
      await line.query(`listen ${channel}`);
      hears();
      await broken;
    } finally {
      clearInterval(ping);
      void line.end().catch(() => undefined);
    }
  }

  function pass(payload: string | undefined): void {
    const read = notice.safeParse(parsed(payload));
    if (!read.success) log.warn({ channel }, "a notice in an unknown form was passed over");
    else for (const listener of listeners) listener.heard(read.data.municipality, read.data.told);
  }

  async function hearOn(firstTry: () => void): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      await hearUntilBroken(() => {
        failures = 0;
        if (heardBefore) for (const listener of listeners) listener.missed();
        heardBefore = true;
        firstTry();
      }).catch((error: unknown) => log.warn({ error: String(error) }, "changes cannot be heard now"));
      firstTry();
      const pause = Math.min(longestPauseMs, 500 * 2 ** failures) * (0.5 + Math.random());
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  let running: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve) => {
    running = hearOn(resolve);
  });
  return {
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}

/** Null for what is no JSON: whoever may connect to the database may send a notice. */
function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? "null");
  } catch {
    return null;
  }
}
