/** What `kernplein tally` prints for a person. Pure. */
import type { BudgetRules, Reason } from "../voting/counting/budget.ts";
import { explainBudget } from "../voting/counting/budget-words.ts";
import type { Option, Tie } from "../voting/counting/election.ts";
import { explainMarked } from "../voting/counting/marked-words.ts";
import type { RankedOutcome } from "../voting/counting/ranked.ts";
import { explainRanked } from "../voting/counting/ranked-words.ts";
import type { Counted, Tallied } from "../voting/formats/tally-file.ts";

interface Line {
  id: string;
  figures: string[];
  why: string;
}

/** A table with `*` before the winners, then the sums, ties, and with `trace` every stage. */
export function talliedInWords({ report, options, counted }: Tallied, trace: boolean): string {
  const won = new Set(report.winners);
  const lines = linesOf(counted, options, report.rule);
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  const table = aligned(
    lines.map(({ id, figures, why }) => {
      const label = labels.get(id) ?? "";
      return [won.has(id) ? "*" : " ", id, label === id ? "" : cut(label), ...figures, why];
    }),
  );
  const ranking = report.ranking?.map((tier) => tier.join(" = ")).join(" > ");
  return [
    ...table,
    "",
    `Rule: ${report.rule}. Winners: ${report.winners.join(", ") || "none"}.`,
    `${report.voters} voters, ${report.votersWithNoWinner} of them with no winner${report.cost > 0 ? `; cost ${report.cost}` : ""}.`,
    ...(ranking ? [`Ranking: ${ranking}.`] : []),
    ...report.ties.map(tieInWords),
    ...(trace && counted.kind === "ranked" ? ["", ...stagesInWords(counted.outcome)] : []),
  ].join("\n");
}

function linesOf(counted: Counted, options: readonly Option[], rule: Tallied["report"]["rule"]): Line[] {
  if (counted.kind === "ranked")
    return explainRanked(options, counted.outcome).map(({ id, said }) => ({ id, figures: [], why: said.en }));
  if (counted.kind === "marked")
    return explainMarked(options, counted.outcome).map(({ id, said }) => ({ id, figures: [], why: said.en }));
  const { outcome, unit, voterUnit, pointUnit, perPoint } = counted;
  const money = (amount: number) => String(Math.round((amount / unit) * 100) / 100);
  const pointsUnit = voterUnit * pointUnit;
  const projects = outcome.projects.map((project) => ({
    ...project,
    votes: project.votes / voterUnit,
    score: project.score / pointsUnit,
    reason: inWhole(project.reason, voterUnit, pointsUnit),
  }));
  const label = (id: string) => options.find((option) => option.id === id)?.label || id;
  const said = explainBudget({ projects }, { rule: rule as BudgetRules["rule"], perPoint, label, money });
  return projects.map(({ id, cost, round }, place) => {
    const turn = round === undefined ? "" : `round ${round}: `;
    return { id, figures: [money(cost)], why: `${turn}${said[place]?.said.en ?? ""}` };
  });
}

/** What a threshold asked, in voters and points of the file. */
function inWhole(reason: Reason, voterUnit: number, pointsUnit: number): Reason {
  if (reason.code === "below-threshold") return { ...reason, needed: reason.needed / voterUnit };
  return reason.code === "below-score" ? { ...reason, needed: reason.needed / pointsUnit } : reason;
}

function tieInWords({ at, among, by, first }: Tie): string {
  return `Tie at ${at} between ${among.join(", ")}: ${first}, by ${by}.`;
}

function stagesInWords({ stages }: RankedOutcome): string[] {
  return stages.flatMap(({ action, option, votes, nonTransferable, transferValue, elected }, stage) => [
    `Stage ${stage + 1}: ${action}${option === undefined ? "" : ` ${option}`}${transferValue ? ` at ${transferValue} a vote` : ""}`,
    ...aligned(Object.entries(votes).map(([id, held]) => ["  ", id, held, elected.includes(id) ? "elected" : ""])),
    ...(nonTransferable === undefined ? [] : [`   not transferable: ${nonTransferable}`]),
  ]);
}

/** Columns as wide as their longest text; the last one as it comes. */
function aligned(rows: readonly string[][]): string[] {
  const width = (column: number) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0);
  const widths = rows[0]?.map((_, column) => width(column)) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join(" ")
      .trimEnd(),
  );
}

function cut(label: string): string {
  const signs = [...label];
  return signs.length > 44 ? `${signs.slice(0, 43).join("")}…` : label;
}
