/** The rows of a `.pb` file: fields parted by ";", a field in quotes may hold ";", line ends and doubled quotes. */

/** What is wrong with a file: line and column from 1, and what was expected there, for people. */
export interface PabulibFault {
  line: number;
  column: number;
  nl: string;
  en: string;
}

/** Thrown inside the reader to leave it at once. */
export class BrokenPabulib extends Error {
  readonly fault: PabulibFault;

  constructor(line: number, column: number, expected: { nl: string; en: string }) {
    super(`Line ${line}, column ${column}: expected ${expected.en}.`);
    this.name = "BrokenPabulib";
    this.fault = { line, column, nl: `Verwacht: ${expected.nl}.`, en: `Expected: ${expected.en}.` };
  }
}

export interface Row {
  /** Line of the file on which it starts, and the column of each field, from 1. */
  line: number;
  columns: readonly number[] | undefined;
  fields: readonly string[];
}

/** Column of a field of a row; computed only for faults, since most rows have none. */
export function columnOf(row: Row, field: number): number {
  if (row.columns) return row.columns[field] ?? 1;
  return 1 + row.fields.slice(0, field).reduce((sum, text) => sum + text.length + 1, 0);
}

/** All rows but empty ones. Takes "\n" or "\r\n", with or without a byte order mark. */
export function* rowsOf(text: string): Generator<Row> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    const plain = text.slice(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (!plain.includes('"')) {
      if (plain.trim() !== "") yield { line, columns: undefined, fields: plain.split(";") };
      at = end + 1;
      line++;
    } else {
      const row = quotedRow(text, at, line);
      yield { line, columns: row.columns, fields: row.fields };
      line += row.lines;
      at = row.next;
    }
  }
}

function quotedRow(text: string, start: number, line: number) {
  const fields: string[] = [];
  const columns: number[] = [];
  let at = start;
  let lineStart = start;
  let lines = 1;
  for (;;) {
    columns.push(at - lineStart + 1);
    let field = "";
    if (text[at] === '"') {
      const opened = { line: line + lines - 1, column: at - lineStart + 1 };
      for (at++; ; at++) {
        if (at >= text.length)
          throw new BrokenPabulib(opened.line, opened.column, {
            nl: "een aanhalingsteken dat dit veld afsluit",
            en: "a quote that closes this field",
          });
        if (text[at] === '"' && text[at + 1] === '"') at++;
        else if (text[at] === '"') break;
        if (text[at] === "\n") {
          lines++;
          lineStart = at + 1;
        }
        field += text[at];
      }
      at++;
    }
    const from = at;
    while (at < text.length && text[at] !== ";" && text[at] !== "\n") at++;
    field += text.slice(from, at > from && text[at - 1] === "\r" && text[at] !== ";" ? at - 1 : at);
    fields.push(field);
    if (text[at] !== ";") return { fields, columns, lines, next: at + 1 };
    at++;
  }
}
