/** Starts a PostgreSQL for this test run and migrates the template that each test file clones. Runs side by side do not meet. */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { removeLocalPostgres, startLocalPostgres } from "../../src/local/postgres.ts";

export const templateDatabase = "kernplein_template";

const parent = fileURLToPath(new URL("../../.local/test-postgres", import.meta.url));

export default async function startForAllTests(): Promise<void> {
  await clearRunsThatWereKilled();
  const folder = join(parent, String(process.pid));
  // Its helper in the background would keep rows from being seen as settled, now and then, in tests of plans.
  const server = await startLocalPostgres({ folder, durable: false, settings: { autovacuum: "off" } });
  await server.ensureDatabase(templateDatabase);
  await migrate(server.url(templateDatabase));
  process.env.KERNPLEIN_TEST_SERVER = server.url("postgres");
  process.env.KERNPLEIN_TEST_FOLDER = folder;
  (globalThis as { stopTestPostgres?: () => Promise<void> }).stopTestPostgres = () => removeLocalPostgres(folder);
}

async function clearRunsThatWereKilled(): Promise<void> {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (isRunning(Number(name))) continue;
    await removeLocalPostgres(join(parent, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
