/** What the provision commands print. Pure. */
import type { Applied, Plan, Progress, Status } from "../provisioning/contract.ts";
import { driftFound, isAcceptable, signOf } from "../provisioning/index.ts";

/** A diff per kern; `!` is for people to put right. */
export function planInWords({ municipality, steps, problems }: Plan): string {
  const lines: string[] = [];
  const kernen = new Set([...problems, ...steps].map(({ kern }) => kern));
  for (const kern of kernen) {
    lines.push(`  ${kern ?? "whole municipality"}`);
    for (const { text } of problems.filter((one) => one.kern === kern)) lines.push(`    ! ${text.en}`);
    for (const step of steps.filter((one) => one.kern === kern)) {
      const why = step.drift ? `   (${step.drift})` : "";
      lines.push(`    ${signOf(step)} ${step.text.en}${why}`);
    }
  }
  const things = steps.length === 1 ? "1 thing to do" : `${steps.length} things to do`;
  return [`${municipality}: ${steps.length === 0 ? "nothing to do" : things}`, ...lines].join("\n");
}

export interface AppliedInWords {
  applied: readonly Applied[];
  done: number;
  stopped: boolean;
  failures: Applied["failures"];
}

/** After the first Ctrl-C. */
export const stoppingInWords =
  "\nStopping: what is under way is finished first, which can take a minute. Ctrl-C again stops at once; either way a next run goes on from there.";

export function appliedInWords({ applied, done, stopped, failures }: AppliedInWords): string {
  const problems = applied.flatMap((one) => one.problems);
  return [
    done === 0 ? "Nothing was done." : `${done} ${done === 1 ? "thing" : "things"} done.`,
    ...(stopped ? ["Stopped half-way: run again to go on where it stopped."] : []),
    ...problems.map(({ kern, text }) => `  ! ${kern ?? "municipality"}: ${text.en}`),
    ...failures.map(({ kern, step, reason }) => `  ! ${kern}: ${step.en} failed (${reason}); run again to go on`),
  ].join("\n");
}

export function statusInWords({ municipality, kernen, drift, left, problems, limits }: Status): string {
  const good = kernen.filter(({ state }) => state === "as-wanted").length;
  const lines = drift.flatMap(({ kern, what, remedy, since, repairedByItself }) => {
    const known = since ? `, since ${since.slice(0, 10)}` : "";
    const next = repairedByItself ? "the daily check will" : "`apply` would";
    const found = `  ${kern}: ${driftFound(what).en} (${what}${known})`;
    return [found, `    ${next}: ${remedy.en}`, ...accepting(municipality, kern, what)];
  });
  return [
    `${municipality}: ${good} of ${kernen.length} teams are as the file wants them`,
    ...problems.map(({ kern, text }) => `  ! ${kern ?? "municipality"}: ${text.en}`),
    ...limits.map(({ text }) => `  ! ${text.en}`),
    ...(left > 0 ? [`  ${left} things of the file are still to be done: kernplein provision plan`] : []),
    ...lines,
  ].join("\n");
}

function accepting(municipality: string, kern: string, what: string): string[] {
  if (!isAcceptable(what)) return [];
  return [`    on purpose? kernplein provision accept ${kern} ${what} --municipality ${municipality}`];
}

export function progressInWords(municipality: string, progress: Progress): string {
  const { kern, step, kernenDone, kernenTotal, remainingMs, waitingFor } = progress;
  const bar = `${"█".repeat(share(progress))}${"░".repeat(10 - share(progress))}`;
  const left = remainingMs === null || remainingMs === 0 ? "" : `, ${inWords(remainingMs)} left`;
  const waits = waitingFor ? ` (waits for ${waitingFor.en})` : "";
  return `${municipality} ${bar} ${kernenDone}/${kernenTotal} kernen${left}: ${kern} ${step.en}${waits}`;
}

function share({ done, total }: Progress): number {
  return total === 0 ? 0 : Math.floor((10 * done) / total);
}

/** Rounded up, so that it never promises too much. */
export function inWords(ms: number): string {
  if (ms < 90_000) return `${Math.max(1, Math.ceil(ms / 10_000)) * 10} s`;
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
