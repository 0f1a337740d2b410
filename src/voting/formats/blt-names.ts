/** The last part of a .blt file: a name per candidate, then perhaps a title. */
import { BrokenFile } from "./file-fault.ts";
import { sayings } from "./ranked-file-sayings.ts";

/**
 * Names stand one on a line, in quotes (a quote inside is doubled; name and party may be quoted apart) or bare, or as
 * `# ALTERNATIVE NAME 3: …`; older files put several quoted names on one line. What follows the title is remarks.
 */
export function readNames(text: string, from: number, size: number): { names: string[]; title: string } {
  const lines = linesOf(text, from);
  const whole = lines.map(({ parts }) => parts.join(" "));
  const all = lines.length >= size ? whole : lines.flatMap(({ parts }) => parts);
  if (all.length < size) throw new BrokenFile(text.trimEnd().length, sayings.name(all.length + 1, ""));
  return { names: all.slice(0, size), title: all[size] ?? "" };
}

interface Line {
  parts: string[];
}

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  for (const { 0: raw, index } of text.slice(from).matchAll(/[^\r\n]+/g)) {
    const line = raw.trim().replace(/,$/, "");
    const at = from + index + raw.length - raw.trimStart().length;
    const alternative = /^#\s*ALTERNATIVE NAME \d+:\s*(.*)$/i.exec(line)?.[1];
    if (alternative !== undefined) lines.push({ parts: [alternative] });
    else if (line.startsWith('"')) lines.push({ parts: quotedParts(line, at) });
    else if (line !== "" && !line.startsWith("#")) lines.push({ parts: [line] });
  }
  return lines;
}

function quotedParts(line: string, at: number): string[] {
  const parts: string[] = [];
  const part = /\s*"((?:[^"]|"")*)"/y;
  let end = 0;
  for (let match = part.exec(line); match; match = part.exec(line)) {
    parts.push((match[1] ?? "").replaceAll('""', '"'));
    end = part.lastIndex;
  }
  const rest = line.slice(end).trim();
  if (rest.startsWith('"')) throw new BrokenFile(at + line.indexOf('"', end), sayings.openQuote());
  if (rest !== "" && !rest.startsWith("#")) throw new BrokenFile(at + line.indexOf(rest, end), sayings.afterName(rest));
  return parts;
}
