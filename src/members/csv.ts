/** Comma-separated files as offices make them (RFC 4180, and what Excel makes of it). Pure. */

/**
 * The text of a file: UTF-8, UTF-16 when it says so, else Windows-1252, which every byte is valid in and which Dutch offices' programs
 * still write. A byte order mark is left out.
 */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export interface CsvRecord {
  /** Line of the file on which the record begins, from 1. */
  line: number;
  fields: string[];
  /** A quoted field that never ends swallows the rest of the file: the record cannot be believed. */
  unfinished: boolean;
}

/** The sign that parts the fields: the one of `; , tab` that the first line has most of, outside quotes; a semicolon when it has none. */
export function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (sign: string) => first.split(sign).length - 1;
  return [";", ",", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The records of `text`, at most `most`, empty lines left out. Reads no further than it needs. */
export function parseCsv(text: string, most: number, delimiter = delimiterOf(text)): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let record: CsvRecord = { line, fields: [], unfinished: false };
  let field = "";
  let quoted = false;
  let at = 0;
  const endRecord = () => {
    record.fields.push(field);
    if (record.fields.some((each) => each.trim() !== "")) records.push(record);
    field = "";
    record = { line: line + 1, fields: [], unfinished: false };
  };
  for (; at < text.length && records.length < most; at++) {
    const sign = text[at] ?? "";
    const breaks = sign === "\n" || (sign === "\r" && text[at + 1] !== "\n");
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += sign;
        at++;
      } else quoted = false;
    } else if (sign === '"' && field === "") quoted = true;
    else if (sign === delimiter) {
      record.fields.push(field);
      field = "";
    } else if (breaks) endRecord();
    else if (sign !== "\r") field += sign;
    if (breaks) line++;
  }
  if (records.length < most && (field !== "" || record.fields.length > 0 || quoted)) {
    record.unfinished = quoted;
    endRecord();
  }
  return records;
}

/**
 * A file that Excel opens by a double click: semicolons, CRLF, byte order mark. A field that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, CSV injection).
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}
