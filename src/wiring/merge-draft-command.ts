/** `kernplein merge plan A.yaml B.yaml --draft NEW.yaml`: proposes the file of the new municipality. */
import { writeFile } from "node:fs/promises";
import { draftInYaml, draftMerger, parseMunicipalityFile, planMerger } from "../kernen/index.ts";
import { mergerInWords, readMunicipalities } from "./merge-command.ts";

export interface DraftOptions {
  /** Where the draft goes; must not exist yet. */
  draft: string;
  name?: string;
  /** Made of the name when left out. */
  slug?: string;
  cbs?: string;
  tenant?: string;
  json?: boolean;
}

/**
 * Writes a file that `merge apply` would take as it is, and prints what would become what. Gives the exit code: 64 without a name and
 * a code of Statistics Netherlands, 1 when people must put something right in the draft. Never writes over a file.
 */
export async function draftByCommand(files: readonly string[], options: DraftOptions): Promise<number> {
  const { draft: path, name, cbs, tenant, json } = options;
  if (name === undefined || cbs === undefined) {
    console.error("A draft needs the new municipality's --name and its --cbs code, as in: --name Molenlanden --cbs GM1978");
    return 64;
  }
  const from = await readMunicipalities(files);
  const into = { name, slug: options.slug ?? slugOf(name), cbsCode: cbs, entraTenantId: tenant };
  const text = draftInYaml(draftMerger(from, into), from);
  const read = parseMunicipalityFile(text);
  await writeFile(path, text, { flag: "wx" });
  if ("faults" in read) {
    const faults = read.faults.map(({ line, column, en }) => `  ${path}:${line}:${column} ${en}`);
    console.error(`${path} is written, and this is to be put right first:\n${faults.join("\n")}`);
    return 1;
  }
  const plan = planMerger(from, read.municipality);
  console.log(json ? JSON.stringify(plan, null, 2) : `${path} is written; go over it.\n${mergerInWords(plan)}`);
  return plan.problems.length > 0 ? 1 : 0;
}

/** "Sint-Michielsgestel & Haaren" as "sint-michielsgestel-haaren". */
function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
