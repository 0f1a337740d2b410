/** What the administrators' page says first, and what belongs to which kern. Pure. */
import type { Found, FoundStep, RunView, TeamsView } from "../../provisioning/contract.ts";

export type Headline =
  | { is: "applying"; done: number; total: number }
  | { is: "waiting" | "looking" | "never" | "failed" | "fine" | "people" }
  | { is: "differs" | "unfinished"; count: number };

/** `run`: what is under way, as it is now. */
export function headlineOf({ look }: Pick<TeamsView, "look">, run: RunView | null): Headline {
  if (run?.kind === "apply") {
    const { kernenDone = 0, kernenTotal = 0 } = run.progress ?? {};
    return kernenTotal === 0 ? { is: "waiting" } : { is: "applying", done: kernenDone, total: kernenTotal };
  }
  if (!look) return run ? { is: "looking" } : { is: "never" };
  if (!look.found) return { is: "failed" };
  const { kernen, problems } = look.found;
  const differs = kernen.filter(({ state }) => state === "differs").length;
  if (differs > 0) return { is: "differs", count: differs };
  const unfinished = kernen.filter(({ state }) => state === "unfinished").length;
  if (unfinished > 0) return { is: "unfinished", count: unfinished };
  return { is: problems.length > 0 ? "people" : "fine" };
}

export interface KernRow {
  kern: string;
  name: string;
  state: Found["kernen"][number]["state"];
  steps: FoundStep[];
  problems: Found["problems"];
}

/** Those that ask something first: what differs, then what is not finished, each in the order of the file. */
export function rowsOf({ kernen, steps, problems }: Found): { open: KernRow[]; fine: KernRow[] } {
  const rows = kernen.map((kern) => ({
    ...kern,
    steps: steps.filter((step) => step.kern === kern.kern),
    problems: problems.filter((problem) => problem.kern === kern.kern),
  }));
  const of = (state: KernRow["state"]) => rows.filter((row) => row.state === state);
  return { open: [...of("differs"), ...of("unfinished")], fine: of("as-wanted") };
}

/** The steps by kern, in the order of the rows, without the kernen that have none. */
export function byKern(rows: readonly KernRow[], wanted: (step: FoundStep) => boolean): KernRow[] {
  return rows.map((row) => ({ ...row, steps: row.steps.filter(wanted) })).filter(({ steps }) => steps.length > 0);
}

/** Rounded up, so that it never promises too much. */
export function remaining(ms: number): { unit: "seconds" | "minutes" | "hours"; count: number } {
  if (ms < 90_000) return { unit: "seconds", count: Math.max(1, Math.ceil(ms / 10_000)) * 10 };
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120 ? { unit: "minutes", count: minutes } : { unit: "hours", count: Math.ceil(minutes / 60) };
}

/** A look older than this no longer says how it is: the page asks for another by itself. */
const staleMs = 10 * 60_000;

export function isStale({ look, underWay }: TeamsView, now: number): boolean {
  if (underWay) return false;
  return look === null || now - Date.parse(look.run.endedAt ?? look.run.askedAt) > staleMs;
}
