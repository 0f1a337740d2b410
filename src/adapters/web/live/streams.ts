/** The open streams of this instance: who listens, what each may hear, a heartbeat, and an end for every one of them. */
import type { ServerResponse } from "node:http";
import type { Change, LiveMessage, LiveSource, Told } from "../../../shared/live.ts";
import type { Actor } from "../../../shared/work.ts";
import { tooMany } from "../limits.ts";
import { WebRefusal } from "../problems.ts";
import { heardBy } from "./hears.ts";
import { recent } from "./recent.ts";

export interface LiveLimits {
  /** Streams of one person: her devices and windows. */
  perPerson: number;
  /** Streams of this instance. */
  inAll: number;
  /** Milliseconds between two heartbeats; proxies close a line that is silent for half a minute or more. */
  beatMs: number;
  /** After this long a stream ends, and its page comes back: so a session that has run out is noticed. */
  longestMs: number;
}

export const usualLiveLimits: LiveLimits = { perPerson: 8, inAll: 10_000, beatMs: 20_000, longestMs: 15 * 60_000 };

export interface Stream {
  actor: Actor;
  response: ServerResponse;
  /** Asked once a minute: who this is now, or nothing when she is no longer signed in. */
  again(): Promise<Actor | undefined>;
  /** Milliseconds of the last message she had, by the server's clock; undefined on a first visit. */
  since: number | undefined;
}

export interface Streams {
  /** Refuses one too many. Resolves when the stream has ended. */
  open(stream: Stream): Promise<void>;
  count(): number;
  close(): void;
}

/** Changes of so many milliseconds go out together. */
const gatherMs = 150;
/** Once in so many heartbeats it is asked who listens: roles change, and people sign out. */
const beatsPerAsk = 3;
/** A page asks for its content some seconds before it listens. */
const loadingMs = 15_000;
/** Who lets so many bytes pile up is not reading. */
const mostWaiting = 64 * 1024;

export function liveStreams(source: LiveSource | undefined, limits: LiveLimits, clock: () => number = Date.now): Streams {
  const streams = new Set<Stream & { endsAt: number; askAt: number; stop(): void }>();
  const memory = recent(clock());
  const gathering = new Map<string, Told[]>();
  let flushing: NodeJS.Timeout | undefined;

  function send(response: ServerResponse, message: LiveMessage): void {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(`id: ${clock()}\ndata: ${JSON.stringify(message)}\n\n`);
  }

  function flush(): void {
    flushing = undefined;
    for (const [municipality, told] of gathering) {
      for (const { actor, response } of streams) {
        if (actor.municipality !== municipality) continue;
        const changes = distinct(heardBy(actor, told));
        if (changes.length > 0) send(response, { changes });
      }
    }
    gathering.clear();
  }

  const unfollow = source?.follow({
    heard(municipality, told) {
      memory.add(municipality, told, clock());
      gathering.set(municipality, [...(gathering.get(municipality) ?? []), ...told]);
      flushing ??= setTimeout(flush, gatherMs);
    },
    missed() {
      memory.forget(clock());
      for (const { response } of streams) send(response, { all: true, changes: [] });
    },
  });

  function beat(): void {
    for (const stream of [...streams]) {
      if (clock() >= stream.endsAt) stream.stop();
      else send(stream.response, { changes: [] });
    }
    renewing ??= renew().finally(() => (renewing = undefined));
  }

  /** One after another: thousands of streams must not take the database away from who asks something. */
  async function renew(): Promise<void> {
    for (const stream of [...streams]) {
      if (clock() < stream.askAt) continue;
      stream.askAt = clock() + beatsPerAsk * limits.beatMs;
      const actor = await stream.again().catch(() => undefined);
      if (actor) stream.actor = actor;
      else stream.stop();
    }
  }
  let renewing: Promise<void> | undefined;
  const beating = setInterval(beat, limits.beatMs);
  beating.unref();

  function greeting({ actor, since }: Stream): LiveMessage {
    const now = clock();
    const missed = memory.after(actor.municipality, since ?? now - loadingMs, now);
    if (missed === null) return since === undefined ? { changes: [] } : { all: true, changes: [] };
    return { changes: distinct(heardBy(actor, missed)) };
  }

  return {
    open(stream) {
      const hers = [...streams].filter(({ actor }) => actor.person === stream.actor.person).length;
      if (hers >= limits.perPerson) throw tooMany(60_000, stream.actor.language);
      if (streams.size >= limits.inAll) throw new WebRefusal("busy", {}, { "Retry-After": "60" });
      const { response } = stream;
      return new Promise((resolve) => {
        // Not all at the same moment: after a restart everybody came together.
        const endsAt = clock() + limits.longestMs * (0.8 + Math.random() * 0.4);
        const askAt = clock() + beatsPerAsk * limits.beatMs;
        const entry = Object.assign(stream, { endsAt, askAt, stop: () => response.end() });
        streams.add(entry);
        response.once("close", () => {
          streams.delete(entry);
          resolve();
        });
        response.writeHead(200, streamHeaders);
        send(response, greeting(stream));
      });
    },
    count: () => streams.size,
    close() {
      unfollow?.();
      clearInterval(beating);
      clearTimeout(flushing);
      for (const stream of [...streams]) stream.stop();
    },
  };
}

/** Nobody on the way may hold it back, pack it or keep it (X-Accel-Buffering: nginx and Azure's front doors). */
const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

const distinct = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
];
