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
/** A run lives at most this long after it began; a whole roll-out takes several such lives. */
const longestLifeMs = 4000;
const mostEnded = 10;
const factor = 40;
/** The longest any team of this bench stays hidden, and then some, in the machine's own time. */
const everythingShowsMs = 60_000 / factor;
const share = 0.3;

export async function benchKills(): Promise<void> {
  const seed = Number(process.env["BENCH_SEED"] ?? randomInt(2 ** 31));
  console.log(
    `\nkill -9 at ${kills} random moments of an apply, ${share * 100} % of the requests going wrong (BENCH_SEED=${seed})`,
  );
  const chance = seeded(seed);
  const place = await openPlace(files);
  const directory = join(place.folder, "graph");
  const pace = { began: Date.now(), factor };
  const graph = start("graph-process.ts", { directory, ...pace });
  const begun = performance.now();
  try {
    const graphUrl = await firstLine(graph);
    const total = { kills: 0, runs: 0, rounds: 0, "rounds converged": 0, "steps left": 0, duplicates: 0, orphans: 0 };
    let struck = 0;
    while (total.kills < kills) {
      const tenants = Object.fromEntries(files.map(({ slug }) => [slug, randomUUID()]));
      const errand: Errand = { ...pace, databaseUrl: place.databaseUrl, graphUrl, tenants };
      await place.forgetAll();
      for (const file of files) {
        await seedOfficers(
          graphUrl,
          tenants[file.slug] ?? "",
          file.officers.map(({ email }) => email),
        );
      }
      await setFaults(graphUrl, "POST", { share, kinds: faultKinds, seed: Math.floor(chance() * 2 ** 31), slowMs: 20 });
      let converged = false;
      // A run that comes to its end may leave to the next what went wrong too often.
      for (let ended = 0; !converged && ended < mostEnded; ) {
        const lifeMs = total.kills < kills ? chance() * longestLifeMs : Number.POSITIVE_INFINITY;
        const outcome = await applyFor(errand, lifeMs);
        total.runs += 1;
        if (outcome === "killed") {
          total.kills += 1;
          continue;
        }
        ended += 1;
        converged = outcome.failures.length === 0;
      }
      struck += (await setFaults(graphUrl, "GET")).struck;
      await setFaults(graphUrl, "DELETE");
      total.rounds += 1;
      if (converged) total["rounds converged"] += 1;
      await sleep(everythingShowsMs);
      const { left, found } = await lookBack(place, directory, errand);
      total["steps left"] += left.length;
      total.duplicates += found.flatMap(({ duplicates }) => duplicates).length;
      total.orphans += found.flatMap(({ orphans }) => orphans).length;
      tellRound(total, left, found);
    }
    console.table({ ...total, "requests that went wrong": struck, minutes: Math.round((performance.now() - begun) / 6000) / 10 });
    const wrong = total["steps left"] + total.duplicates + total.orphans + total.rounds - total["rounds converged"];
    if (wrong > 0) process.exitCode = 1;
  } finally {
    graph.child.kill("SIGTERM");
    await graph.ended;
    await place.close();
  }
}

/** Runs an apply for so long after it began. */
async function applyFor(errand: Errand, lifeMs: number): Promise<"killed" | { failures: unknown[] }> {
  const run = start("apply-process.ts", errand);
  let last = await firstLine(run);
  run.lines.on("line", (line) => {
    last = line;
  });
  const timer = Number.isFinite(lifeMs) ? setTimeout(() => run.child.kill("SIGKILL"), lifeMs) : undefined;
  const code = await run.ended;
  clearTimeout(timer);
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

function tellRound(total: { rounds: number; kills: number }, left: readonly string[], found: readonly Census[]): void {
  const sum = (what: "teams" | "channels" | "tabs" | "members" | "guests" | "apps") =>
    `${found.reduce((all, census) => all + census[what], 0)} ${what}`;
  const counts = (["teams", "channels", "tabs", "members", "guests", "apps"] as const).map(sum).join(", ");
  const wrong = [
    ...left,
    ...found.flatMap(({ duplicates, orphans }) => [...duplicates.map((one) => `twice: ${one}`), ...orphans]),
  ];
  console.log(
    `round ${total.rounds}, ${total.kills} kills so far: ${counts}; ${wrong.length === 0 ? "all once" : wrong.join("; ")}`,
  );
}

async function setFaults(url: string, method: string, body?: object): Promise<{ struck: number }> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${url}/local/faults`, { method, ...(body ? { headers, body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`The faults could not be set: ${await answer.text()}`);
  return (await answer.json()) as { struck: number };
}
