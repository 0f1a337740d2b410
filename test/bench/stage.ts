/** Starts the app for a bench and fills what the bench needs straight into the tables. */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";

export const municipality = "molenlanden";

/** So that a bench can make polls whose keys the server can open. */
export const benchSecret = "the benches keep no secret worth keeping";

export interface Stage {
  origin: string;
  pid: number;
  databaseUrl: string;
  /** Its LOCAL_FOLDER. */
  folder: string;
  /** Resolves when the server's process is gone. */
  ended: Promise<void>;
  /** Owner's connection: sees every row. */
  owner: pg.Client;
  /** A connection like the app's own. */
  appClient(): Promise<pg.Client>;
  stop(): Promise<void>;
}

export interface StageOptions {
  /** Data of an earlier stage, to go on with; a new folder, thrown away at the end, when left out. */
  folder?: string;
}

/** A folder that PostgreSQL, which runs as a user of its own, can look into. */
export function stageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kernplein-bench-"));
  chmodSync(folder, 0o755);
  return folder;
}

export async function openStage({ folder: given }: StageOptions = {}): Promise<Stage> {
  const folder = given ?? stageFolder();
  const server = spawn(
    "node",
    ["--max-semi-space-size=8", "--heap-growing-percent=15", fileURLToPath(new URL("./server.ts", import.meta.url))],
    {
      env: { ...process.env, PORT: "0", LOCAL_FOLDER: folder, LOG_LEVEL: "warn", VOTING_KEY_SECRET: benchSecret },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const { origin, databaseUrl } = await new Promise<{ origin: string; databaseUrl: string }>((done, failed) => {
    createInterface(server.stdout).on("line", (line) => line.startsWith("{") && done(JSON.parse(line)));
    server.once("exit", (code) => failed(new Error(`The app ended with code ${code}.`)));
  });
  const owner = new pg.Client(databaseUrl);
  // A bench that kills PostgreSQL loses its own connection as well.
  owner.on("error", () => undefined);
  await owner.connect();
  const clients: pg.Client[] = [owner];
  return {
    origin,
    pid: server.pid ?? 0,
    databaseUrl,
    folder,
    ended,
    owner,
    appClient: async () => {
      const client = new pg.Client({
        connectionString: databaseUrl,
        options: `-c role=kernplein_app -c kernplein.municipality=${municipality}`,
      });
      await client.connect();
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
      server.kill("SIGTERM");
      await ended;
      if (!given) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `count` members of a kern with an account, who were here before; gives their addresses. */
export async function makeMembers({ owner }: Stage, kern: string, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ email: string }>(
    `with made as (
      insert into person (municipality_id, person_id, name, email, entra_oid, created_at)
        select $1, gen_random_uuid(), 'Inwoner ' || n, $2 || '-' || n || '@voorbeeld.example', gen_random_uuid()::text, now() from generate_series(1, $3::integer) n
        returning person_id, email),
    joined as (insert into membership (municipality_id, person_id, kern_id, since) select $1, person_id, $2, now() from made),
    known as (insert into guest (municipality_id, person_id, accepted_at, tab_opened_at) select $1, person_id, now(), now() from made)
    select email from made`,
    [municipality, kern, count],
  );
  return rows.map(({ email }) => email);
}

/** Bearer tokens of these people, from the local sign-in. */
export async function tokensOf({ origin }: Stage, emails: readonly string[]): Promise<string[]> {
  const tokens: string[] = [];
  const queue = [...emails.entries()];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const answer = await fetch(`${origin}/local/aanmelden`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ email: next[1] }),
        });
        tokens[next[0]] = ((await answer.json()) as { token: string }).token;
      }
    }),
  );
  return tokens;
}
