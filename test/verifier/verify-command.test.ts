import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { kinds, sampleExport } from "../support/sample-exports.ts";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [cli, ...words], (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }));
  });

async function put(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  const text = JSON.stringify(content);
  await writeFile(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

const sample = () => {
  const kind = kinds.find(([name]) => name === "schulze");
  if (!kind) throw new Error("no such kind");
  return sampleExport(kind, 1);
};

test("kernplein verify ends with 0 for a right export, also gzipped, with posted heads and kept receipts", async () => {
  const { file, receiptFor } = sample();
  const path = await put("good.json.gz", file);
  const receipts = await put("receipts.json", [receiptFor(file.log[0] ?? "")]);
  const [head] = file.heads;
  const { code, out } = await run(
    "verify",
    path,
    "--head",
    `${head?.["batch"]}/${head?.["size"]}/${head?.["root"]}`,
    "--receipt",
    receipts,
  );
  expect([code, out.includes("1 heads and 1 receipts found again")]).toEqual([0, true]);
});

test("kernplein verify ends with 1 and names the fault, and with 64 for an address or a file that is not there", async () => {
  const { file } = sample();
  const forged = `1/${file.heads[0]?.["size"]}/${"0".repeat(64)}`;
  const wrong = await run("verify", await put("good.json", file), "--head", forged);
  expect([wrong.code, wrong.out.includes("the head that you gave, number 1: this head is not in the file")]).toEqual([1, true]);
  const address = await run("verify", "https://voorbeeld.example/export");
  expect([address.code, address.err.startsWith("Download the export first")]).toEqual([64, true]);
  expect((await run("verify", join(folder, "none.json"))).code).toBe(64);
});
