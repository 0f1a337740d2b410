/** `kernplein provision …`: with the local stand-ins of the running app, or by starting what is needed for as long as it takes. */
import { clientCredentialTokens } from "../adapters/graph/index.ts";
import { readConfig } from "../config.ts";
import { dutchDay } from "../kernen/index.ts";
import { localAuthority, localClientId } from "../local/sign-in/index.ts";
import type { Part, Progress } from "../provisioning/contract.ts";
import { startApp } from "./app.ts";
import { makeCore } from "./core.ts";
import { openDatabase } from "./database.ts";
import { exportMunicipality } from "./export-municipality.ts";
import { openWorkplace } from "./graph.ts";
import { readMunicipalityFiles } from "./municipalities.ts";
import { archiveAll, type ProvisionMeans, planEverything, provisionAll, statusOfAll } from "./provision.ts";
import { warningsInFiles } from "./provision-file-command.ts";
import { appliedInWords, planInWords, progressInWords, statusInWords, stoppingInWords } from "./provision-words.ts";
import { findRunning } from "./running.ts";
import { vaultOf } from "./vault.ts";

export interface ProvisionOptions {
  municipality?: string;
  /** Slugs of kernen, or "thema:…" of theme teams. */
  kern?: string[];
  only?: Part;
  json?: boolean;
}

const choiceOf = ({ only }: ProvisionOptions) => (only ? { only } : {});

/** Prints a diff per kern. Gives the exit code: 2 when something would change, 1 when people must put something right first. */
export async function planAll({ municipality, kern, json, ...rest }: ProvisionOptions): Promise<number> {
  return withMeans(async (means) => {
    for (const warning of await warningsInFiles(dutchDay(new Date()))) console.error(`warning: ${warning}`);
    const plans = await planEverything(means, { municipality, kern }, choiceOf(rest));
    console.log(json ? JSON.stringify(plans, null, 2) : plans.map(planInWords).join("\n"));
    if (plans.some(({ problems }) => problems.length > 0)) return 1;
    return plans.some(({ steps }) => steps.length > 0) ? 2 : 0;
  });
}

/**
 * Carries out, with a line of progress on stderr; Ctrl-C lets the calls under way end and stops. Gives the exit code: 1 when something
 * is left for the next time. `dryRun` does what `planAll` does.
 */
export async function applyAll(options: ProvisionOptions & { dryRun?: boolean }): Promise<number> {
  if (options.dryRun) return planAll(options);
  const { municipality, kern, json } = options;
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
    console.error(stoppingInWords);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
  try {
    return await withMeans(async (means) => {
      const how = { ...choiceOf(options), byCommand: true, signal: stop.signal, onProgress: progressPrinter() };
      const result = await provisionAll(means, { municipality, kern }, how);
      if (process.stderr.isTTY) process.stderr.write("\n");
      const { applied, done, stopped, failures } = result;
      const problems = applied.flatMap((one) => one.problems);
      console.log(json ? JSON.stringify({ done, stopped, problems, failures }, null, 2) : appliedInWords(result));
      return stopped || failures.length + problems.length > 0 ? 1 : 0;
    });
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}

/** Prints what others changed and what `apply` would do about it. Gives the exit code: 2 when anything differs from the file. */
export async function showStatus({ municipality, kern, json }: ProvisionOptions): Promise<number> {
  return withMeans(async (means) => {
    const found = await statusOfAll(means, { municipality, kern });
    console.log(json ? JSON.stringify(found, null, 2) : found.map(statusInWords).join("\n"));
    if (found.some(({ problems }) => problems.length > 0)) return 1;
    return found.some(({ drift, left }) => drift.length + left > 0) ? 2 : 0;
  });
}

export interface LeaveOptions {
  /** The name of the municipality, typed in full. */
  confirm?: string;
  /** Folder for the export; must not exist yet. */
  out: string;
  json?: boolean;
}

/**
 * A municipality leaves: everything is exported first, then its teams are archived. Nothing is deleted. Without the right `confirm` it
 * only tells what would happen, and gives 64.
 */
export async function leaveMunicipality(municipality: string, { confirm, out, json }: LeaveOptions): Promise<number> {
  return withMeans(async (means) => {
    const file = means.files.find(({ slug }) => slug === municipality);
    if (!file) throw new Error(`There is no municipality “${municipality}” in infra/municipalities.`);
    if (confirm !== file.name) {
      console.error(
        `This exports all of ${file.name} to ${out} and archives its ${file.kernen.length + file.themeTeams.length} teams. ` +
          `Nothing is deleted. To go on, type its name: --confirm "${file.name}"`,
      );
      return 64;
    }
    const exported = await exportMunicipality(means.workshop, municipality, out);
    const { done, failures } = await archiveAll(means, file);
    const rows = Object.values(exported).reduce((sum, count) => sum + count, 0);
    const lines = [
      `${rows} rows are in ${out}; ${done} teams are archived.`,
      ...failures.map(({ kern, reason }) => `  ! ${kern}: ${reason}; run again to go on`),
      `Take infra/municipalities/${municipality}.yaml away, or the next apply brings the teams back.`,
    ];
    console.log(json ? JSON.stringify({ exported, done, failures }, null, 2) : lines.join("\n"));
    return failures.length > 0 ? 1 : 0;
  });
}

function progressPrinter(): (municipality: string, progress: Progress) => void {
  let last = "";
  return (municipality, progress) => {
    const line = progressInWords(municipality, progress);
    if (line === last) return;
    last = line;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 120) - 1)}` : `${line}\n`);
  };
}

/** Opens what provisioning needs: the running app's stand-ins, an app of its own, or the cloud; closes it after `work`. */
export async function withMeans(work: (means: ProvisionMeans) => Promise<number>): Promise<number> {
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
    const { workshop } = makeCore(database.connections, () => [], vaultOf(config));
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
