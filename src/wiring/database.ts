/** Opens the database: the server of DATABASE_URL, or the embedded one in the local folder. */
import { join } from "node:path";
import { type Connections, checkServer, connect } from "../adapters/postgres/connect.ts";
import { migrate } from "../adapters/postgres/migrate.ts";
import type { Config } from "../config.ts";
import { startLocalPostgres } from "../local/postgres.ts";

export interface Database {
  url: string;
  connections: Connections;
  /** Names of the migrations that ran just now. */
  migrated: string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Most connections of the app's pool. */
  size?: number;
  /** A command leaves a server running that the app has started; the app itself always stops it. */
  leaveRunning?: boolean;
}

/** Starts or reaches the server, checks its version and brings the schema up to date. Throws one sentence when it cannot. */
export async function openDatabase(config: Config, { size = 20, leaveRunning = false }: OpenOptions = {}): Promise<Database> {
  const embedded = config.DATABASE_URL ? undefined : await startLocalPostgres({ folder: join(config.LOCAL_FOLDER, "postgres") });
  await embedded?.ensureDatabase("kernplein");
  const url = config.DATABASE_URL ?? embedded?.url("kernplein") ?? "";
  await checkServer(url);
  const migrated = await migrate(url);
  const connections = connect(url, size);
  return {
    url,
    connections,
    migrated,
    close: async () => {
      await connections.close();
      if (embedded && (embedded.startedHere || !leaveRunning)) await embedded.stop();
    },
  };
}
