/** The heading of a PrefLib file, today's and the older one. */
import { BrokenFile } from "./file-fault.ts";
import { mostCandidates, sayings } from "./ranked-file-sayings.ts";

interface Stated {
  value: number;
  at: number;
}

export interface Heading {
  title: string;
  names: string[];
  voters?: Stated;
  orders?: Stated;
  /** Where the ballots begin. */
  end: number;
  old: boolean;
}

interface Line {
  text: string;
  at: number;
  end: number;
}

export function readHeading(text: string): Heading {
  const lines = headingLines(text);
  return lines.some((line) => /^#\s*NUMBER ALTERNATIVES/i.test(line.text)) ? readToday(lines, text) : readOld(lines, text);
}

/** Lines that are not blank: as many as a heading can have at most. */
function* eachLine(text: string): Generator<Line> {
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    const at = match.index + match[0].length - match[0].trimStart().length;
    if (line !== "") yield { text: line, at, end: match.index + match[0].length };
  }
}

function headingLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const line of eachLine(text)) {
    if (lines.length > mostCandidates + 100) break;
    lines.push(line);
  }
  return lines;
}

function readToday(lines: readonly Line[], text: string): Heading {
  const heading = lines.slice(0, lines.findIndex((line) => !line.text.startsWith("#")) >>> 0);
  const entries = heading.flatMap((line) => {
    const [, key, value] = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(line.text) ?? [];
    return key === undefined || value === undefined ? [] : [{ key: key.toUpperCase(), value, at: line.at }];
  });
  const find = (key: string) => entries.find((entry) => entry.key === key);
  const stated = (key: string): Stated | undefined => {
    const entry = find(key);
    return entry && { value: Number(entry.value), at: entry.at };
  };
  const size = stated("NUMBER ALTERNATIVES");
  if (!size || !inBounds(size.value))
    throw new BrokenFile(size?.at ?? 0, sayings.candidateCount(find("NUMBER ALTERNATIVES")?.value ?? ""));
  const end = heading.at(-1)?.end ?? 0;
  const names = Array.from({ length: size.value }, (_, place) => {
    const name = find(`ALTERNATIVE NAME ${place + 1}`)?.value;
    if (name === undefined) throw new BrokenFile(size.at, sayings.nameMissing(place + 1, size.value));
    return name;
  });
  return {
    title: find("TITLE")?.value ?? "",
    names,
    voters: stated("NUMBER VOTERS"),
    orders: stated("NUMBER UNIQUE ORDERS"),
    end: Math.min(end, text.length),
    old: false,
  };
}

function readOld(lines: readonly Line[], text: string): Heading {
  const [first, ...rest] = lines;
  const size = Number(first?.text);
  if (!first || !inBounds(size)) throw new BrokenFile(first?.at ?? 0, sayings.heading(first?.text ?? ""));
  const names = Array.from({ length: size }, (_, place) => {
    const line = rest[place];
    const [, number, name] = /^(\d+)\s*,\s*(.*)$/.exec(line?.text ?? "") ?? [];
    if (name === undefined || Number(number) !== place + 1)
      throw new BrokenFile(line?.at ?? text.trimEnd().length, sayings.name(place + 1, line?.text ?? ""));
    return /^".*"$/.test(name) ? name.slice(1, -1) : name;
  });
  const totals = rest[size];
  const numbers = totals?.text.split(",").map(Number) ?? [];
  if (!totals || numbers.length !== 3 || !numbers.every((one) => Number.isInteger(one) && one >= 0))
    throw new BrokenFile(totals?.at ?? text.trimEnd().length, sayings.totals(totals?.text ?? ""));
  const [voters = 0, , orders = 0] = numbers;
  return {
    title: "",
    names,
    voters: { value: voters, at: totals.at },
    orders: { value: orders, at: totals.at },
    end: totals.end,
    old: true,
  };
}

function inBounds(size: number): boolean {
  return Number.isInteger(size) && size >= 1 && size <= mostCandidates;
}
