/** Reads a file of ballots in whichever of the known formats it is. */
import { readBlt } from "./blt.ts";
import type { FileFault } from "./file-fault.ts";
import type { PabulibFile } from "./pabulib.ts";
import { type PabulibElection, readPabulib } from "./pabulib-election.ts";
import { type PreflibKind, preflibKinds, readPreflib } from "./preflib.ts";
import type { RankedFile } from "./ranked-file.ts";

export type Format = "pb" | "blt" | PreflibKind;

export type ElectionFile =
  | { format: "pb"; content: PabulibElection & { file: PabulibFile } }
  | { format: "blt" | PreflibKind; file: RankedFile };

/**
 * Tells the format by the ending of the name, and by how the text begins where the ending says nothing. A further format (our own
 * export of a poll) is told apart here and read in readElectionFile.
 */
export function recogniseFormat(name: string, text: string): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  const byEnding = (["pb", "blt", ...preflibKinds] as const).find((format) => format === ending);
  if (byEnding) return byEnding;
  const begin = text.slice(0, 2000).trimStart();
  if (/^\uFEFF?META\s*[\r\n]/.test(begin)) return "pb";
  if (/^#\s*(FILE NAME|TITLE|NUMBER ALTERNATIVES):/im.test(begin))
    return preflibKinds.find((kind) => new RegExp(`^#\\s*DATA TYPE:\\s*${kind}\\s*$`, "im").test(begin)) ?? "toi";
  return /^\d+[ \t]+\d+\s/.test(begin) ? "blt" : undefined;
}

/** Gives the election with its file, or the first fault with line and column. Never throws. */
export function readElectionFile(name: string, text: string): ElectionFile | { fault: FileFault } {
  const format = recogniseFormat(name, text);
  if (format === undefined)
    return {
      fault: {
        line: 1,
        column: 1,
        en: "Expected a Pabulib (.pb), .blt or PrefLib (.soc, .soi, .toc, .toi) file.",
        nl: "Hier hoort een bestand van Pabulib (.pb), PrefLib (.soc, .soi, .toc, .toi) of een .blt-bestand.",
      },
    };
  if (format === "pb") {
    const content = readPabulib(text);
    return "fault" in content ? content : { format, content };
  }
  const file = format === "blt" ? readBlt(text) : readPreflib(text, format);
  return "fault" in file ? file : { format, file };
}
