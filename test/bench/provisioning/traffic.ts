/**
 * `GRAPH_RECORD` of a whole apply of both municipalities by the command, without and with faults, held against Microsoft's own
 * definitions by the checker that stands beside the project.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { faultKinds } from "../../../src/local/graph/index.ts";
import { findRunning } from "../../../src/wiring/running.ts";
import { openStage } from "../stage.ts";
import { granted, resourceSpecific } from "./place.ts";

const contracts = process.env["CONTRACTS"] ?? fileURLToPath(new URL("../../../../shared/contracts", import.meta.url));
const cli = fileURLToPath(new URL("../../../src/cli.ts", import.meta.url));
const mostRuns = 10;

export async function benchTraffic(): Promise<void> {
  console.log("\nRecorded traffic of a whole apply");
  const checker = join(contracts, "check-graph.mjs");
  if (!existsSync(checker)) {
    console.log(`  not judged: ${checker} is not here (CONTRACTS=folder names another place)`);
    return;
  }
  const rows: Record<string, object> = {};
  rows["no faults"] = await recordAndJudge(checker, null);
  rows["30 % faults"] = await recordAndJudge(checker, { share: 0.3, kinds: faultKinds, seed: 2026, slowMs: 200 });
  console.table(rows);
}

async function recordAndJudge(checker: string, faults: object | null): Promise<object> {
  const stage = await openStage();
  try {
    const record = join(stage.folder, "recorded.jsonl");
    const graphUrl = findRunning(stage.folder)?.graphUrl ?? "";
    if (faults) {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${graphUrl}/local/faults`, { method: "POST", headers, body: JSON.stringify(faults) });
      if (!answer.ok) throw new Error(`The faults could not be set: ${await answer.text()}`);
    }
    const environment = { ...process.env, PORT: "0", LOCAL_FOLDER: stage.folder, GRAPH_RECORD: record };
    let runs = 0;
    let left = 1;
    for (; left !== 0 && runs < mostRuns; runs += 1) left = (await run([cli, "provision", "apply"], environment)).code;
    if (faults) await fetch(`${graphUrl}/local/faults`, { method: "DELETE" });
    const planned = await run([cli, "provision", "plan"], environment);
    const manifest = join(stage.folder, "manifest.json");
    const permissions = resourceSpecific.map((name) => ({ name, type: "Application" }));
    writeFileSync(manifest, JSON.stringify({ authorization: { permissions: { resourceSpecific: permissions } } }));
    const options = ["--granted", granted.join(","), "--manifest", manifest, "--origin", graphUrl, "--pacing", "--strict-ids"];
    const judged = await run([checker, record, ...options, "--quiet"], process.env);
    const statuses = readFileSync(record, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { status: number | null }).status);
    if (judged.code !== 0 || planned.code !== 0) {
      console.log(judged.out, planned.out);
      process.exitCode = 1;
    }
    return {
      runs,
      requests: statuses.length,
      "429": statuses.filter((status) => status === 429).length,
      "5xx or no answer": statuses.filter((status) => status === null || status >= 500).length,
      "plan afterwards": planned.code === 0 ? "nothing to do" : "something to do",
      checker: judged.out.trimEnd().split("\n").at(-1),
    };
  } finally {
    await stage.stop();
  }
}

function run(given: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; out: string }> {
  const child = spawn("node", given, { env, stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  child.stdout.on("data", (part: Buffer) => {
    out += part.toString();
  });
  return new Promise((done) => child.once("close", (code) => done({ code: code ?? 1, out })));
}
