/** `kernplein provision schema|accept`: about the municipality files alone; nothing else is needed for them. */
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { acceptInMunicipalityFile, municipalityJsonSchema, parseMunicipalityFile } from "../kernen/index.ts";
import { municipalityFolder } from "./municipalities.ts";

/** The JSON schema of a municipality file, for editors. */
export function schemaForEditors(): string {
  return JSON.stringify(municipalityJsonSchema(), null, 2);
}

/** What deserves a look in the files, though nothing is wrong: "altena.yaml:29:41 Teams refuses …". */
export async function warningsInFiles(today: string, folder = municipalityFolder): Promise<string[]> {
  const found: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort()) {
    const read = parseMunicipalityFile(await readFile(join(folder, file), "utf8"), today);
    if ("warnings" in read) found.push(...read.warnings.map(({ line, column, en }) => `${file}:${line}:${column} ${en}`));
  }
  return found;
}

export interface AcceptOptions {
  /** Slug; needed only when several files have the kern. */
  municipality?: string;
  /** Where the files are. */
  folder?: string;
}

/**
 * Writes into the file that a change made by hand stays: `what` as `status` shows it ("tab-removed/voorstellen-arkel"). Remarks and
 * layout of the file stay. Gives a sentence; throws one when nothing was written.
 */
export async function acceptDrift(
  kern: string,
  what: string,
  { municipality, folder = municipalityFolder }: AcceptOptions = {},
): Promise<{ file: string; changed: boolean; sentence: string }> {
  const refusals: string[] = [];
  const accepted: { file: string; text: string; changed: boolean }[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort()) {
    if (municipality !== undefined && file !== `${municipality}.yaml`) continue;
    const outcome = acceptInMunicipalityFile(await readFile(join(folder, file), "utf8"), kern, what);
    if ("refused" in outcome) refusals.push(outcome.refused);
    else accepted.push({ file, ...outcome });
  }
  const [found, ...others] = accepted;
  // The file in which something is called almost so is the one that was meant.
  const refusal = refusals.find((text) => text.includes("Did you mean")) ?? refusals[0];
  if (!found) throw new Error(refusal ?? `There is no file of municipality “${municipality}”.`);
  if (others.length > 0)
    throw new Error(`Several files have “${kern}” (${accepted.map(({ file }) => file).join(", ")}): name the --municipality.`);
  const { file, text, changed } = found;
  if (!changed) return { file, changed, sentence: `${file} says so already.` };
  const read = parseMunicipalityFile(text);
  if ("faults" in read) throw new Error(`${file} has faults; mend those first: kernplein provision plan names them.`);
  const path = join(folder, file);
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return { file, changed, sentence: `${file}: ${kern} keeps “${what}”.` };
}
