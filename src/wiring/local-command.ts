/** `kernplein local faults`: lets things go wrong at the local Graph of the app that runs on this machine. */
import { readConfig } from "../config.ts";
import { type FaultSetting, faultKinds } from "../local/graph/index.ts";
import { findRunning } from "./running.ts";

export interface FaultOptions {
  /** Of all requests, "0.3". */
  share?: string;
  /** "429,lost,reset"; all of them when left out. */
  kinds?: string;
  seed?: string;
  /** How late a slow answer comes, in milliseconds. */
  slowMs?: string;
  json?: boolean;
}

const faultKindsText: string = faultKinds.join(",");

interface Shown {
  share: number;
  kinds: string[];
  seed?: number;
  requests?: number;
  struck?: number;
}

/**
 * Switches faults on (with `share`), off (`what` is "off") or tells what is on (neither). Prints it. Throws one sentence when the app
 * does not run here or an option is wrong; nothing is changed then.
 */
export async function localFaults(what: string | undefined, options: FaultOptions): Promise<void> {
  if (what !== undefined && what !== "off") throw new Error(`Write "off", or --share and --kinds; not "${what}".`);
  if (what === "off" && options.share !== undefined) throw new Error('Write "off" or --share, not both.');
  if (what === undefined && options.share === undefined && (options.kinds ?? options.seed) !== undefined) {
    throw new Error("How often? Add --share, for example --share 0.3.");
  }
  const setting = options.share === undefined ? undefined : readSetting(options.share, options);
  const config = readConfig();
  if (!config.local) throw new Error("Faults can be switched on at the local Graph only; here a cloud setting is present.");
  const running = findRunning(config.LOCAL_FOLDER);
  if (!running) throw new Error("Kernplein does not run on this machine. Start it first, in another window: npm start");
  const method = what === "off" ? "DELETE" : setting ? "POST" : "GET";
  const answer = await fetch(`${running.graphUrl}/local/faults`, {
    method,
    ...(setting ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify(setting) } : {}),
  });
  const shown = (await answer.json()) as Shown & { error?: { message: string } };
  if (!answer.ok) throw new Error(shown.error?.message ?? `The local Graph answered ${answer.status}.`);
  console.log(options.json ? JSON.stringify(shown, null, 2) : inWords(shown));
}

function readSetting(share: string, { kinds, seed, slowMs }: FaultOptions): FaultSetting {
  const part = Number(share);
  if (!(part > 0 && part <= 1)) throw new Error(`--share must be a number above 0 and at most 1, not ${share}.`);
  const named = (kinds ?? faultKindsText).split(",").map((kind) => kind.trim());
  const chosen = faultKinds.filter((kind) => named.includes(kind));
  const unknown = named.filter((kind) => !faultKinds.some((known) => known === kind));
  if (unknown.length > 0) throw new Error(`--kinds: unknown ${unknown.join(", ")}; there are ${faultKindsText}.`);
  return {
    share: part,
    kinds: chosen,
    ...(seed === undefined ? {} : { seed: readWhole("--seed", seed) }),
    ...(slowMs === undefined ? {} : { slowMs: readWhole("--slow-ms", slowMs) }),
  };
}

function readWhole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not ${text}.`);
  return Number(text);
}

function inWords({ share, kinds, seed, requests, struck }: Shown): string {
  if (kinds.length === 0) return "No faults are switched on.";
  const so = requests ? `; struck ${struck} of ${requests} requests so far` : "";
  return `${Math.round(share * 100)}% of the requests go wrong: ${kinds.join(", ")} (seed ${seed})${so}.`;
}
