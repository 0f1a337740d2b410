/** Makes src/adapters/postgres/schema.sql and src/shared/database.ts anew from the migrations (`npm run schema`). */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { describeSchema } from "../../src/adapters/postgres/describe-schema.ts";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { startLocalPostgres } from "../../src/local/postgres.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const server = await startLocalPostgres({ folder: `${root}.local/scratch-postgres`, durable: false });
try {
  const admin = new pg.Client(server.url("postgres"));
  await admin.connect();
  await admin.query("drop database if exists kernplein_schema with (force)");
  await admin.end();
  await server.ensureDatabase("kernplein_schema");
  const url = server.url("kernplein_schema");
  await migrate(url);
  const owner = new pg.Client(url);
  await owner.connect();
  writeFileSync(`${root}src/adapters/postgres/schema.sql`, await describeSchema(owner));
  await owner.end();
  execFileSync(
    "node",
    [
      `${root}node_modules/kysely-codegen/dist/cli/bin.js`,
      "--dialect=postgres",
      `--url=${url}`,
      "--default-schema=public",
      "--include-pattern=public.*",
      "--exclude-pattern=public.kernplein_migration",
      '--type-mapping={"int8":"number"}',
      `--out-file=${root}src/shared/database.ts`,
    ],
    { stdio: "inherit" },
  );
} finally {
  await server.stop();
}
