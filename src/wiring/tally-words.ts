/** What `kernplein tally` prints for a person. Pure. */
import type { Reason } from "../voting/counting/budget.ts";
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
  const lines = linesOf(counted, options);
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

function linesOf(counted: Counted, options: readonly Option[]): Line[] {
  if (counted.kind === "ranked")
    return explainRanked(options, counted.outcome).map(({ id, said }) => ({ id, figures: [], why: said.en }));
  if (counted.kind === "marked")
    return explainMarked(options, counted.outcome).map(({ id, said }) => ({ id, figures: [], why: said.en }));
  const { outcome, unit, voterUnit } = counted;
  const money = (amount: number) => String(Math.round((amount / unit) * 100) / 100);
  return outcome.projects.map(({ id, cost, votes, reason, payment, round }) => {
    const place = round === undefined ? "" : `round ${round}: `;
    const price = payment ? `, ${money(payment.price.rounded)} from each supporter who had it` : "";
    return {
      id,
      figures: [votes === voterUnit ? "1 vote" : `${votes / voterUnit} votes`, money(cost)],
      why: `${place}${reasonInWords(reason, money)}${price}`,
    };
  });
}

function reasonInWords(reason: Reason, money: (amount: number) => string): string {
  switch (reason.code) {
    case "equal-shares":
      return "its supporters paid for it together";
    case "by-votes":
      return "it came next and fitted";
    case "withdrawn":
      return "withdrawn after the vote began";
    case "no-votes":
      return "nobody voted for it";
    case "below-threshold":
      return `too few votes, ${reason.needed} were needed`;
    case "below-score":
      return `too few points, ${reason.needed} were needed`;
    case "over-budget":
      return `costs ${money(reason.missing)} more than the whole budget`;
    case "theme-full":
      return `${money(reason.missing)} more than its theme could still spend`;
    case "excluded-by":
      return `${reason.winner} won in its place`;
    case "did-not-fit":
      return `did not fit: ${money(reason.left)} was left, ${money(reason.missing)} too little`;
    case "supporters-short":
      return `its supporters had ${money(reason.had.rounded)} left, ${money(reason.missing.rounded)} too little`;
    case "stopped":
      return `the count had stopped at ${reason.at}`;
  }
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
