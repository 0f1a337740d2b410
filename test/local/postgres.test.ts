import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "@jest/globals";
import pg from "pg";
import { checkServer, masked } from "../../src/adapters/postgres/connect.ts";
import { freePort, removeLocalPostgres, startLocalPostgres } from "../../src/local/postgres.ts";

const folder = fileURLToPath(new URL(`../../.local/test-local-postgres-${process.pid}`, import.meta.url));
afterAll(() => removeLocalPostgres(folder));

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

test("keeps its data over a stop, is taken over when it runs, and recovers from a kill", async () => {
  const first = await startLocalPostgres({ folder });
  await first.ensureDatabase("kernplein");
  await first.ensureDatabase("kernplein");
  await ask(first.url("kernplein"), "create table kept as select 42 as answer");

  const second = await startLocalPostgres({ folder });
  expect([first.startedHere, second.startedHere]).toEqual([true, false]);
  expect(second.url("kernplein")).toBe(first.url("kernplein"));

  await second.stop();
  const third = await startLocalPostgres({ folder });
  expect(await ask(third.url("kernplein"), "select answer from kept")).toEqual({ answer: 42 });

  // The server dies without leaving in order; its pid file stays behind.
  const pid = Number(readFileSync(join(await dataFolder(third.url("kernplein")), "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await new Promise((done) => setTimeout(done, 500));
  const fourth = await startLocalPostgres({ folder });
  expect(await ask(fourth.url("kernplein"), "select answer from kept")).toEqual({ answer: 42 });
});

async function dataFolder(url: string): Promise<string> {
  return ((await ask(url, "show data_directory")) as { data_directory: string }).data_directory;
}

test("an unreachable server is named in one sentence with the password masked", async () => {
  const url = `postgres://kernplein:geheim@127.0.0.1:${await freePort()}/kernplein`;
  await expect(checkServer(url)).rejects.toThrow(
    /^PostgreSQL at postgres:\/\/kernplein:\*\*\*@127\.0\.0\.1:\d+\/kernplein cannot be reached .*DATABASE_URL\.$/,
  );
});

test.each([
  ["postgres://user:pass@host/db", "postgres://user:***@host/db"],
  ["postgres://host/db", "postgres://host/db"],
])("%s is shown as %s", (url, shown) => expect(masked(url)).toBe(shown));
