/** Puts a look or an apply in the queue, with a second job that looks whether the first was killed. */
import { after } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import type { RunAsked, RunCheckDue } from "./contract.ts";
import { insertRun, type RunToAsk } from "./run-store.ts";

/** Without a sign of life for this long, whoever worked on a run is dead. */
export const silentMs = 45_000;
/** After this long it is looked whether somebody still works on it. */
const checkAfterMs = 60_000;

/** The second job, a minute from `now`. */
export function checkDue(run: string, now: Date): RunCheckDue {
  return { fact: "teams-run-check-due", run, at: after(now, checkAfterMs).toISOString() };
}

/** Gives its id and the facts to announce; undefined when another run is under way. */
export async function askRun(
  tx: Tx,
  municipality: string,
  asked: RunToAsk,
  now: Date,
): Promise<{ run: string; facts: [RunAsked, RunCheckDue] } | undefined> {
  const run = await insertRun(tx, municipality, asked, now);
  return run === undefined ? undefined : { run, facts: [{ fact: "teams-run-asked", run }, checkDue(run, now)] };
}
