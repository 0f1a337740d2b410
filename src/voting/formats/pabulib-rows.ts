/** The rows of a `.pb` file: fields parted by ";", a field in quotes may hold ";", line ends and doubled quotes. */

import { BrokenFile, type Place, type Saying } from "./file-fault.ts";

export interface Row {
  /** Line of the file on which it starts, and the column of each field, from 1. */
  line: number;
  columns: readonly number[] | undefined;
  readonly fields: readonly string[];
  /** One field, or "" beyond the last. */
  field(index: number): string;
}

/** Most rows hold no quote and are ballots of which one field is read: parted only when all fields are asked for. */
class PlainRow implements Row {
  readonly line: number;
  readonly text: string;
  readonly columns = undefined;

  constructor(line: number, text: string) {
    this.line = line;
    this.text = text;
  }

  get fields(): readonly string[] {
    return this.text.split(";");
  }

  field(index: number): string {
    let from = 0;
    for (let i = 0; i < index; i++) {
      from = this.text.indexOf(";", from) + 1;
      if (from === 0) return "";
    }
    const to = this.text.indexOf(";", from);
    return this.text.slice(from, to === -1 ? undefined : to);
  }
}

/** What was expected at a place; thrown to leave the reader. */
export function expectedAt({ line, column }: Place, { nl, en }: Saying): BrokenFile {
  return new BrokenFile({ line, column }, { nl: `Verwacht: ${nl}.`, en: `Expected: ${en}.` });
}

/** A row of these fields, as the reader gives them. */
export function rowOf(fields: readonly string[], line: number, columns?: readonly number[]): Row {
  return { line, columns, fields, field: (index) => fields[index] ?? "" };
}

/** Column of a field of a row; computed only for faults, since most rows have none. */
export function columnOf(row: Row, field: number): number {
  if (row.columns) return row.columns[field] ?? 1;
  return 1 + row.fields.slice(0, field).reduce((sum, text) => sum + text.length + 1, 0);
}

/** All rows but empty ones. Takes "\n" or "\r\n", with or without a byte order mark. Throws `BrokenFile`. */
export function* rowsOf(text: string): Generator<Row> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let quote = text.indexOf('"');
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    if (quote === -1 || quote >= end) {
      const plain = text.slice(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
      if (plain.trim() !== "") yield new PlainRow(line, plain);
      at = end + 1;
      line++;
    } else {
      const row = quotedRow(text, at, line);
      yield rowOf(row.fields, line, row.columns);
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
          throw expectedAt(opened, { nl: "een aanhalingsteken dat dit veld afsluit", en: "a quote that closes this field" });
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
