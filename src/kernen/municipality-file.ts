/** Reads a municipality file. Pure: text in, municipality or every fault out. */
import { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";
import { findDisagreements } from "./municipality-file-checks.ts";
import { type Saying, sayings } from "./municipality-file-sayings.ts";
import { type MunicipalityFile, municipalityFileSchema } from "./municipality-file-schema.ts";
import { findWarnings } from "./municipality-file-team-checks.ts";
import { type Path, readYaml } from "./municipality-file-yaml.ts";

export type { KernInFile, MunicipalityFile, OfficerInFile, PersonInFile, ThemeTeamInFile } from "./municipality-file-schema.ts";
export { municipalityFileSchema } from "./municipality-file-schema.ts";

/** One thing to mend: where (line and column from 1), in which value ("kernen[3].slug"; "" is the file itself), and what, twice. */
export interface Fault extends Saying {
  line: number;
  column: number;
  path: string;
}

/**
 * Takes the YAML text of one municipality; gives it with defaults filled in, names in Unicode form C, postcodes as text and e-mail
 * addresses in lower case, or all its faults together in the order of the lines. Never throws. `warnings` are no faults: names that
 * Teams would refuse for a channel (channelName mends them) and, when `today` is given ("2027-06-30"), what ended before that day.
 * Only a broken YAML structure keeps the contents from being judged.
 */
export function parseMunicipalityFile(
  text: string,
  today?: string,
): { municipality: MunicipalityFile; warnings: Fault[] } | { faults: Fault[] } {
  const yaml = readYaml(text);
  const faults: Fault[] = yaml.faults.map(({ line, column, saying }) => ({ line, column, path: "", ...saying }));
  if (yaml.value === undefined) return { faults };

  const report = (path: Path, saying: Saying, key?: string) => {
    const whole = key === undefined ? path : [...path, key];
    faults.push({ ...yaml.placeOf(path, key), path: written(whole), ...saying });
  };
  const parsed = municipalityFileSchema.safeParse(yaml.value);
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) report(issue.path, sayings.unknownKey(key, didYouMean(key, keysAt(issue.path))), key);
    } else {
      report(issue.path, sayingOf(issue, yaml.value));
    }
  }
  for (const { path, saying } of findDisagreements(yaml.value, yaml.placeOf)) report(path, saying);

  if (!parsed.success || faults.length > 0) return { faults: faults.sort(byPlace) };
  const warnings = findWarnings(parsed.data, today).map(({ path, saying }) => ({
    ...yaml.placeOf(path),
    path: written(path),
    ...saying,
  }));
  return { municipality: parsed.data, warnings: warnings.sort(byPlace) };
}

function byPlace(a: Fault, b: Fault): number {
  return a.line - b.line || a.column - b.column;
}

function sayingOf(issue: z.core.$ZodIssue, file: unknown): Saying {
  const key = nameOf(issue.path);
  const value = valueAt(file, issue.path);
  if (value === undefined) return sayings.missing(key);
  if (issue.path.length === 0) return sayings.notKeys(value);
  if (value === null) return sayings.noValue(key);
  const demand = sayings.demand(issue.message, value);
  if (demand && typeof value !== "object") return demand;
  if (demand && Array.isArray(value) && value.length === 0) return demand;
  switch (issue.code) {
    case "invalid_type":
      return sayings.wrongType(key, issue.expected, value);
    case "invalid_value": {
      const choices = issue.values.map(String);
      return sayings.notOneOf(key, value, choices, typeof value === "string" ? didYouMean(value, choices) : undefined);
    }
    case "too_big":
      return sayings.limit(key, value, "at most", Number(issue.maximum));
    case "too_small":
      return sayings.limit(key, value, "at least", Number(issue.minimum));
    default:
      return sayings.wrongType(key, "string", value);
  }
}

/** The key a value stands under: "residents", or "postcodes[0]" for an entry of a list. */
function nameOf(path: Path): string {
  const key = path.findLastIndex((part) => typeof part === "string");
  return written(path.slice(Math.max(0, key)));
}

function valueAt(file: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (Object(value) as Record<PropertyKey, unknown>)[part], file);
}

/** The keys the schema knows in the group at `path`. */
function keysAt(path: Path): string[] {
  let schema: unknown = municipalityFileSchema;
  for (const part of path) {
    if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodObject) schema = schema.shape[String(part)];
    if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) schema = schema.unwrap();
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** ["kernen", 3, "slug"] as "kernen[3].slug". */
function written(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    "",
  );
}
