/**
 * `kill -9` of an apply process at random moments, with three in ten requests to Graph going wrong: whatever is interrupted, the
 * next run goes on, and in the end everything is there exactly once.
 */
import { randomInt, randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { graphWorkplace, openGraph } from "../../../src/adapters/graph/index.ts";
import { faultKinds, seeded } from "../../../src/local/graph/index.ts";
import { planProvisioning } from "../../../src/provisioning/index.ts";
import type { Errand } from "./apply-process.ts";
import { type Census, takeCensus } from "./census.ts";
import { fastTime } from "./fast-time.ts";
import { files, openPlace, orderOf, type Place, seedOfficers, tokens } from "./place.ts";
import { firstLine, start } from "./processes.ts";

const kills = 200;
/**
 * A run is killed after a random number of requests, rather few than many but up to this many (an undisturbed run makes about 1,000), and
 * a random moment more: so the kills fall all along the way, however fast or busy the machine is.
 */
const mostRequests = 900;
const momentMs = 30;
const mostEnded = 10;
/** Each in a place of its own. */
const lanes = 4;
const factor = 40;
/** The longest any team of this bench stays hidden, and then some, in the machine's own time. */
const everythingShowsMs = 60_000 / factor;
const share = 0.3;

interface Total {
  kills: number;
  runs: number;
  rounds: number;
  "rounds converged": number;
  "requests that went wrong": number;
  "steps left": number;
  duplicates: number;
  orphans: number;
}

export async function benchKills(): Promise<void> {
  const seed = Number(process.env["BENCH_SEED"] ?? randomInt(2 ** 31));
  const what = `kill -9 at ${kills} random moments of an apply, ${share * 100} % of the requests going wrong`;
  console.log(`\n${what} (${lanes} side by side, BENCH_SEED=${seed})`);
  const begun = performance.now();
  const totals = await Promise.all(Array.from({ length: lanes }, (_, lane) => killAway(lane, seed + lane)));
  const sum = (name: keyof Total) => totals.reduce((all, total) => all + total[name], 0);
  const total = Object.fromEntries((Object.keys(totals[0] ?? {}) as (keyof Total)[]).map((name) => [name, sum(name)]));
  console.table({ ...total, minutes: Math.round((performance.now() - begun) / 6000) / 10 });
  if (sum("steps left") + sum("duplicates") + sum("orphans") + sum("rounds") > sum("rounds converged")) process.exitCode = 1;
}

/** Round after round in a place of its own: empty tenants, killed runs until one comes to its end, and a look at what is there. */
async function killAway(lane: number, seed: number): Promise<Total> {
  const chance = seeded(seed);
  const place = await openPlace(files);
  const directory = join(place.folder, "graph");
  const pace = { began: Date.now(), factor };
  const graph = start("graph-process.ts", { directory, ...pace });
  const total: Total = {
    kills: 0,
    runs: 0,
    rounds: 0,
    "rounds converged": 0,
    "requests that went wrong": 0,
    "steps left": 0,
    duplicates: 0,
    orphans: 0,
  };
  try {
    const graphUrl = await firstLine(graph);
    while (total.kills < kills / lanes) {
      const tenants = Object.fromEntries(files.map(({ slug }) => [slug, randomUUID()]));
      const errand: Errand = { ...pace, databaseUrl: place.databaseUrl, graphUrl, tenants };
      await place.forgetAll();
      for (const { slug, officers } of files) {
        const emails = officers.map(({ email }) => email);
        await seedOfficers(graphUrl, tenants[slug] ?? "", emails);
      }
      await setFaults(graphUrl, "POST", { share, kinds: faultKinds, seed: Math.floor(chance() * 2 ** 31), slowMs: 20 });
      const converged = await applyAndKill(errand, total, chance);
      total["requests that went wrong"] += (await setFaults(graphUrl, "GET")).struck;
      await setFaults(graphUrl, "DELETE");
      total.rounds += 1;
      if (converged) total["rounds converged"] += 1;
      await sleep(everythingShowsMs);
      const { left, found } = await lookBack(place, directory, errand);
      total["steps left"] += left.length;
      total.duplicates += found.flatMap(({ duplicates }) => duplicates).length;
      total.orphans += found.flatMap(({ orphans }) => orphans).length;
      tellRound(lane, total, left, found);
    }
    return total;
  } finally {
    graph.child.kill("SIGTERM");
    await graph.ended;
    await place.close();
  }
}

/** One run after the other until one lived long enough to end with everything done. False when ten ended and something was left. */
async function applyAndKill(errand: Errand, total: Total, chance: () => number): Promise<boolean> {
  let ended = 0;
  while (ended < mostEnded) {
    const doomed =
      total.kills < kills / lanes ? { after: Math.floor(chance() ** 2 * mostRequests), ms: chance() * momentMs } : null;
    const outcome = await applyUntil(errand, doomed);
    total.runs += 1;
    if (outcome === "killed") {
      total.kills += 1;
      continue;
    }
    if (outcome.failures.length === 0) return true;
    // A run that comes to its end may leave to the next what went wrong too often.
    ended += 1;
  }
  return false;
}

/** Runs an apply to its end, or kills it so many milliseconds after so many requests. */
async function applyUntil(
  errand: Errand,
  doomed: { after: number; ms: number } | null,
): Promise<"killed" | { failures: unknown[] }> {
  const run = start("apply-process.ts", errand);
  let last = "";
  let lines = 0;
  run.lines.on("line", (line) => {
    last = line;
    // The first line says that it begins, each further one is a request.
    if (lines === doomed?.after) setTimeout(() => run.child.kill("SIGKILL"), doomed.ms);
    lines += 1;
  });
  const code = await run.ended;
  if (code === null) return "killed";
  if (code !== 0) throw new Error(`The apply ended with code ${code}.`);
  return JSON.parse(last) as { failures: unknown[] };
}

async function lookBack(place: Place, directory: string, { graphUrl, tenants, ...pace }: Errand) {
  const time = fastTime(pace);
  const graph = openGraph({ origin: graphUrl, tokens, time });
  const provisioner = { workplace: graphWorkplace(graph), keeper: place.workshop, time };
  const left: string[] = [];
  const found: Census[] = [];
  for (const file of files) {
    const { steps, problems } = await planProvisioning(provisioner, orderOf(file, tenants[file.slug]));
    left.push(...[...steps, ...problems].map(({ kern, text }) => `${kern}: ${text.en}`));
    found.push(await takeCensus(place, directory, file.slug, tenants[file.slug] ?? ""));
  }
  return { left, found };
}

function tellRound(lane: number, total: Total, left: readonly string[], found: readonly Census[]): void {
  const sum = (what: "teams" | "channels" | "tabs" | "members" | "guests" | "apps") =>
    `${found.reduce((all, census) => all + census[what], 0)} ${what}`;
  const counts = (["teams", "channels", "tabs", "members", "guests", "apps"] as const).map(sum).join(", ");
  const wrong = [
    ...left,
    ...found.flatMap(({ duplicates, orphans }) => [...duplicates.map((one) => `twice: ${one}`), ...orphans]),
  ];
  console.log(
    `lane ${lane}, round ${total.rounds}, ${total.kills} kills so far: ${counts}; ${wrong.length === 0 ? "all once" : wrong.join("; ")}`,
  );
}

async function setFaults(url: string, method: string, body?: object): Promise<{ struck: number }> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${url}/local/faults`, { method, ...(body ? { headers, body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`The faults could not be set: ${await answer.text()}`);
  return (await answer.json()) as { struck: number };
}
