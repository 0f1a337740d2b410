/** A run as the administrators' page shows it. Pure. */
import type { RunView } from "./contract.ts";
import type { RunRow } from "./run-store.ts";

export function runView(row: RunRow): RunView {
  const { run, kind, state, askedBy, askedAt, endedAt, kernen, part, progress, outcome, failure } = row;
  return {
    run,
    kind,
    state,
    askedBy,
    byCommand: outcome?.byCommand ?? false,
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    kernen,
    part,
    progress,
    failures: (outcome?.failures ?? []).map(({ kern, step, said }) => ({ kern, step, said })),
    failure,
  };
}
