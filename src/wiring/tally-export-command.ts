/** `kernplein tally EXPORT.json`: counts the ballots of a public export again, by the rule that was frozen with the poll. */
import { type Verdict, verifyExport } from "../verifier/index.ts";
import { readJson } from "./verify-command.ts";

/** Throws one sentence when the file cannot be read, or has a fault that keeps it from being counted. */
export async function tallyExport(path: string, json = false): Promise<void> {
  const { poll, recounted, fault } = await verifyExport(await readJson(path));
  if (!poll || !recounted) {
    const why = fault ? "it has a fault; kernplein verify names it" : "with fewer than 10 ballots it holds totals only";
    throw new Error(`${path} cannot be counted: ${why}.`);
  }
  if (json) {
    console.log(JSON.stringify(reportOf(recounted), null, 2));
    return;
  }
  const { outcome, ballots } = recounted;
  const lines = poll.options.map(({ id, label }) => {
    const figure = String(outcome.points?.[id] ?? outcome.votes[id] ?? 0).padStart(6);
    return `${outcome.winners.includes(id) ? "✓" : " "} ${figure}  ${label}`;
  });
  console.log([poll.question, `${outcome.rule}, ${ballots} ballots`, ...lines].join("\n"));
}

/** The keys that `tally --json` has for every file. */
function reportOf({ outcome, ballots }: NonNullable<Verdict["recounted"]>) {
  const { rule, winners, ties, budget, ranked, marked } = outcome;
  const detail = budget ?? ranked ?? marked;
  return {
    rule,
    winners,
    ...(budget && { cost: budget.cost }),
    voters: ballots,
    votersWithNoWinner: detail?.votersWithNoWinner ?? null,
    ties,
    ...(ranked && { stages: ranked.stages.map(({ action, votes }) => ({ action, votes })) }),
    ...(ranked && "ranking" in ranked && { ranking: ranked.ranking }),
  };
}
