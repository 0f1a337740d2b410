/** `kernplein provision plan|apply`: with the local stand-ins of the running app, or by starting what is needed for as long as it takes. */
import { clientCredentialTokens } from "../adapters/graph/index.ts";
import { readConfig } from "../config.ts";
import { localAuthority, localClientId } from "../local/sign-in/index.ts";
import type { Plan, Progress } from "../provisioning/contract.ts";
import { startApp } from "./app.ts";
import { makeCore } from "./core.ts";
import { openDatabase } from "./database.ts";
import { openWorkplace } from "./graph.ts";
import { readMunicipalityFiles } from "./municipalities.ts";
import { type ProvisionMeans, planEverything, provisionAll } from "./provision.ts";
import { findRunning } from "./running.ts";

export interface ProvisionOptions {
  municipality?: string;
  json?: boolean;
}

/** Prints a diff per kern. Gives the exit code: 2 when something would change, 1 when people must put something right first. */
export async function planAll({ municipality, json }: ProvisionOptions): Promise<number> {
  return withMeans(async (means) => {
    const plans = await planEverything(means, { municipality });
    console.log(json ? JSON.stringify(plans, null, 2) : plans.map(inWords).join("\n"));
    if (plans.some(({ problems }) => problems.length > 0)) return 1;
    return plans.some(({ steps }) => steps.length > 0) ? 2 : 0;
  });
}

/** Carries out, with a line of progress on stderr. Gives the exit code: 1 when a kern is left for the next time. */
export async function applyAll({ municipality, json }: ProvisionOptions): Promise<number> {
  return withMeans(async (means) => {
    const { applied, done, failures } = await provisionAll(means, { municipality }, showProgress);
    if (process.stderr.isTTY) process.stderr.write("\n");
    const problems = applied.flatMap(({ plan }) => plan.problems);
    const lines = [
      done === 0 ? "Nothing to do." : `${done} things done.`,
      ...problems.map(({ kern, text }) => `  ! ${kern ?? "municipality"}: ${text.en}`),
      ...failures.map(({ kern, step, reason }) => `  ! ${kern}: ${step.en} failed (${reason}); run again to go on`),
    ];
    console.log(json ? JSON.stringify({ done, problems, failures }, null, 2) : lines.join("\n"));
    return failures.length + problems.length > 0 ? 1 : 0;
  });
}

function inWords({ municipality, steps, problems }: Plan): string {
  const lines = [
    ...problems.map(({ kern, text }) => `  ! ${kern ?? municipality}: ${text.en}`),
    ...steps.map(({ kern, text }) => `  + ${kern}: ${text.en}`),
  ];
  return `${municipality}: ${steps.length === 0 ? "nothing to do" : `${steps.length} things to do`}\n${lines.join("\n")}`.trimEnd();
}

function showProgress(municipality: string, { kern, step, done, total, waitingFor }: Progress): void {
  const line = `${municipality} ${done}/${total} ${kern}: ${step.en}${waitingFor ? ` (waits: ${waitingFor.en})` : ""}`;
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 120) - 1)}` : `${line}\n`);
}

async function withMeans(work: (means: ProvisionMeans) => Promise<number>): Promise<number> {
  const config = readConfig();
  const running = config.local ? findRunning(config.LOCAL_FOLDER) : undefined;
  if (config.local && !running) {
    const app = await startApp({ ...config, PORT: 0 });
    try {
      return await work({ ...app, publicUrl: `http://localhost:${config.PORT}` });
    } finally {
      await app.close();
    }
  }
  const database = await openDatabase(config, { leaveRunning: true });
  try {
    const tokens =
      running &&
      clientCredentialTokens({ authority: localAuthority(running.origin), clientId: localClientId, clientSecret: "lokaal" });
    const localCloud = running && tokens ? { graphUrl: running.graphUrl, tokens } : undefined;
    const { workshop } = makeCore(database.connections, () => []);
    const publicUrl = running?.origin ?? config.PUBLIC_URL ?? "";
    return await work({
      config,
      workshop,
      files: await readMunicipalityFiles(),
      workplace: openWorkplace({ config, localCloud }),
      publicUrl,
    });
  } finally {
    await database.close();
  }
}
