/** The Pabulib format of budget elections, `.pb` (pabulib.org/format; Faliszewski et al. 2023): read as it stands, and written back. */
import { BrokenPabulib, columnOf, type Row, rowsOf } from "./pabulib-rows.ts";

export type { PabulibFault } from "./pabulib-rows.ts";

export interface Section {
  columns: readonly string[];
  rows: readonly Row[];
}

/** A file as it stands, columns unknown to us included. */
export interface PabulibFile {
  /** In the order of the file. */
  meta: ReadonlyMap<string, string>;
  /** Where these stand, when the file was read. */
  metaRows?: readonly Row[];
  projects: Section;
  votes: Section;
}

const sections = ["META", "PROJECTS", "VOTES"] as const;

/** Reads the three sections and checks that what must be there is. Throws `BrokenPabulib`. */
export function parsePabulib(text: string): PabulibFile {
  const found: Partial<Record<(typeof sections)[number], { columns: readonly string[]; rows: Row[] }>> = {};
  let current: { columns: readonly string[]; rows: Row[] } | undefined;
  let wantsColumns = false;
  let last: Row = { line: 0, columns: undefined, fields: [] };
  for (const row of rowsOf(text)) {
    last = row;
    const first = (row.fields[0] ?? "").trim();
    const section = row.fields.length === 1 ? sections.find((name) => name === first.toUpperCase()) : undefined;
    if (section) {
      current = { columns: [], rows: [] };
      found[section] = current;
      wantsColumns = true;
    } else if (!current) {
      throw new BrokenPabulib(row.line, 1, { nl: "META, PROJECTS of VOTES", en: "META, PROJECTS or VOTES" });
    } else if (wantsColumns) {
      current.columns = row.fields.map((field) => field.trim());
      wantsColumns = false;
    } else current.rows.push(row);
  }
  const section = (name: (typeof sections)[number], needed: readonly string[]): Section => {
    const { columns, rows } = found[name] ?? { columns: undefined, rows: [] };
    if (!columns) throw new BrokenPabulib(last.line + 1, 1, { nl: `het deel ${name}`, en: `the section ${name}` });
    const lacking = needed.find((column) => !columns.includes(column));
    if (lacking)
      throw new BrokenPabulib(Math.max(1, (rows[0]?.line ?? last.line + 1) - 1), 1, {
        nl: `een kolom "${lacking}" in ${name}`,
        en: `a column "${lacking}" in ${name}`,
      });
    return { columns, rows };
  };
  const meta = section("META", []);
  return {
    meta: new Map(meta.rows.map(({ fields }) => [(fields[0] ?? "").trim(), (fields[1] ?? "").trim()])),
    metaRows: meta.rows,
    projects: section("PROJECTS", ["project_id", "cost"]),
    votes: section("VOTES", ["vote"]),
  };
}

/** The text of a file. Parsing it gives the same file again. */
export function writePabulib({ meta, projects, votes }: PabulibFile): string {
  const lines = ["META", "key;value"];
  for (const pair of meta) lines.push(writeRow(pair));
  for (const [name, { columns, rows }] of [["PROJECTS", projects] as const, ["VOTES", votes] as const]) {
    lines.push(name, writeRow(columns));
    for (const { fields } of rows) lines.push(writeRow(fields));
  }
  return `${lines.join("\n")}\n`;
}

function writeRow(fields: readonly string[]): string {
  return fields.map((field) => (/[;"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(";");
}

/** Text of a field of a row, trimmed; "" when the row is shorter than the header. */
export function fieldOf(section: Section, row: Row, column: string): string {
  return (row.fields[section.columns.indexOf(column)] ?? "").trim();
}

/** A fault at a field of a row, `offset` characters into it. */
export function faultAt(section: Section, row: Row, column: string, offset: number, expected: { nl: string; en: string }) {
  return new BrokenPabulib(row.line, columnOf(row, section.columns.indexOf(column)) + offset, expected);
}
