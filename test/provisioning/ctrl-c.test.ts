import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "kernplein-ctrl-c-"));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Applies one kern by the command. `onLine`: told of every line of progress. */
function apply(onLine: (line: string, interrupt: () => void) => void = () => undefined): Promise<Run> {
  const kern = ["--municipality", "molenlanden", "--kern", "arkel"];
  const run = spawn("node", [cli, "provision", "apply", ...kern], {
    env: { ...process.env, LOCAL_FOLDER: folder, DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const read = { out: "", err: "" };
  createInterface(run.stdout).on("line", (line) => {
    read.out += `${line}\n`;
  });
  createInterface(run.stderr).on("line", (line) => {
    read.err += `${line}\n`;
    onLine(line, () => run.kill("SIGINT"));
  });
  return new Promise((done) => run.once("close", (code) => done({ code, ...read })));
}

test("Ctrl-C during apply ends with a sentence that says how to go on, and the next run does", async () => {
  let interrupted = false;
  const first = await apply((line, interrupt) => {
    if (!interrupted && line.includes("Make team Arkel")) interrupt();
    interrupted ||= line.includes("Make team Arkel");
  });
  expect(first.err).toContain("Stopping: what is under way is finished first");
  expect(first).toMatchObject({ code: 1, out: "1 thing done.\nStopped half-way: run again to go on where it stopped.\n" });
  expect(first.err).not.toMatch(/^\s+at /m);
  const second = await apply();
  expect(second).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ things done\.\n$/) });
  expect(second.err).not.toContain("Make team");
}, 120_000);
