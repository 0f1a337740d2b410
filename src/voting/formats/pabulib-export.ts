/** An election as a `.pb` file, so that anybody can recount it with the field's own tools. */
import type { Election, MarkedBallot } from "../counting/election.ts";
import type { PabulibFile, Section } from "./pabulib.ts";

export interface PabulibExport {
  /** What the file says of the election beside counts and budget: description, country, unit, instance, dates, rule … */
  meta: Readonly<Record<string, string>>;
  budget: number;
  /** One currency unit in the unit the election counts in: 100 for cents. */
  unit: number;
  kind: "approval" | "points";
  /** Ids of the winners; without them the file has no `selected` column. */
  winners?: readonly string[];
}

/** Voters get numbers in the order of the ballots: give them in an order that says nothing (grouped, or sorted by token). */
export function pabulibOf({ options, ballots }: Election<MarkedBallot>, how: PabulibExport): PabulibFile {
  const { meta, budget, unit, kind, winners } = how;
  const money = (value: number) => `${value / unit}`;
  const themed = options.some(({ theme }) => theme !== undefined);
  const votes = options.map(() => 0);
  const rows: string[][] = [];
  for (const { count, options: marked, points } of ballots) {
    for (const option of marked) votes[option] = (votes[option] ?? 0) + count;
    const vote = marked.map((option) => options[option]?.id ?? "").join(",");
    for (let i = 0; i < count; i++) rows.push([`${rows.length + 1}`, vote, ...(kind === "points" ? [points.join(",")] : [])]);
  }
  return {
    meta: new Map([
      ...Object.entries(meta),
      ["num_projects", `${options.length}`],
      ["num_votes", `${rows.length}`],
      ["budget", money(budget)],
      ["vote_type", kind === "points" ? "cumulative" : "approval"],
    ]),
    projects: section(
      ["project_id", "cost", "votes", "name", ...(themed ? ["category"] : []), ...(winners ? ["selected"] : [])],
      options.map(({ id, cost, label, theme }, place) => [
        id,
        money(cost),
        `${votes[place]}`,
        label,
        ...(themed ? [theme ?? ""] : []),
        ...(winners ? [winners.includes(id) ? "1" : "0"] : []),
      ]),
    ),
    votes: section(["voter_id", "vote", ...(kind === "points" ? ["points"] : [])], rows),
  };
}

function section(columns: string[], rows: readonly string[][]): Section {
  return { columns, rows: rows.map((fields, at) => ({ line: at + 1, columns: undefined, fields })) };
}
