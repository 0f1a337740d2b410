/**
 * The app's door to PostgreSQL. Connections of the app work in the role `kernplein_app`, which owns nothing and cannot bypass
 * row-level security; migrations and the job queue use the owner's connections.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from "kysely";
import pg from "pg";
import type { DB } from "../../shared/database.ts";
import type { InMunicipality } from "../../shared/work.ts";

export interface Connections {
  db: Kysely<DB>;
  /** Owner's connections: never used to answer a person. */
  owner: pg.Pool;
  inMunicipality: InMunicipality;
  close(): Promise<void>;
}

/** In which municipality the transaction that is being opened stands, and its longest statement in ms. */
const opening = new AsyncLocalStorage<{ municipality: string; longestMs: number | undefined }>();

/**
 * Opens a transaction and makes its settings in one message to the server instead of three, and sends what follows right behind it. A
 * transaction that could not be opened fails: what it asks is refused, for no municipality is set, and it is not committed.
 */
class MunicipalDriver extends PostgresDriver {
  readonly #begun = new WeakMap<DatabaseConnection, Promise<unknown>>();

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const opened = opening.getStore();
    if (opened === undefined || settings.isolationLevel || settings.accessMode)
      return super.beginTransaction(connection, settings);
    const { municipality, longestMs } = opened;
    const patience = longestMs === undefined ? "" : `; set local statement_timeout = ${longestMs}`;
    const settled = `set_config('kernplein.municipality', ${pg.escapeLiteral(municipality)}, true)`;
    const begun = connection.executeQuery(CompiledQuery.raw(`begin; select ${settled}${patience}`));
    begun.catch(() => undefined);
    this.#begun.set(connection, begun);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection);
    await super.commitTransaction(connection);
  }
}

class MunicipalDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver() {
    return new MunicipalDriver({ pool: this.#pool });
  }
}

/** Oldest server the SQL was written for. */
const oldestVersion = 150000;

// Counts and sums come back as bigint (type 20); none here outgrows a double.
pg.types.setTypeParser(20, Number);

/**
 * Opens both pools on `url` (postgres://…). Nothing is checked yet: see `checkServer`.
 * `size`: most connections of the app's pool.
 */
export function connect(url: string, size = 20): Connections {
  const owner = new pg.Pool({ connectionString: url, max: 16 });
  const app = new pg.Pool({ connectionString: url, max: size, pipeline: true, options: "-c role=kernplein_app" });
  // A connection that breaks while idle or in use is replaced; whoever was using it gets the error from the query.
  for (const pool of [owner, app]) {
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
  }
  const db = new Kysely<DB>({ dialect: new MunicipalDialect(app) });
  return {
    db,
    owner,
    inMunicipality: (municipality, body, { longestMs } = {}) =>
      opening.run({ municipality, longestMs }, () => db.transaction().execute(body)),
    close: async () => {
      await db.destroy();
      await owner.end();
    },
  };
}

/** The URL as it may be shown: password masked. */
export function masked(url: string): string {
  return url.replace(/(:\/\/[^:/@]*):[^@]*@/, "$1:***@");
}

/** Refuses with one sentence when the server cannot be reached or is too old. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
    version = Number(rows[0]?.server_version_num);
  } catch (error) {
    const why = error instanceof Error ? error.message || String(error) : String(error);
    throw new Error(`PostgreSQL at ${masked(url)} cannot be reached (${why}). Start it, or correct DATABASE_URL.`);
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < oldestVersion) {
    throw new Error(
      `PostgreSQL at ${masked(url)} is version ${Math.floor(version / 10000)}; Kernplein needs 15 or newer. Point DATABASE_URL at a newer server.`,
    );
  }
}
