/** Brings the database to the newest shape: graphile-worker's own schema, then the numbered SQL files beside this one. */
import { fileURLToPath } from "node:url";
import { runMigrations as installQueue } from "graphile-worker";
import { runner } from "node-pg-migrate";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));
const silent = () => undefined;

/**
 * Runs what has not run yet, in one transaction per file; safe when several instances start at once (advisory lock).
 * Returns the names of the migrations that ran.
 */
export async function migrate(url: string): Promise<string[]> {
  await installQueue({ connectionString: url });
  const ran = await runner({
    databaseUrl: url,
    dir: folder,
    migrationsTable: "kernplein_migration",
    direction: "up",
    checkOrder: true,
    logger: { info: silent, warn: silent, error: silent, debug: silent },
  });
  return ran.map((migration) => migration.name);
}
