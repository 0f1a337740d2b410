/** From the municipality files to the record: read, refuse with every fault, load. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dutchDay, loadMunicipality, type MunicipalityFile, parseMunicipalityFile, withDeputies } from "../kernen/index.ts";
import { syncStaff } from "../members/index.ts";
import type { AppOrder } from "../provisioning/index.ts";
import { paths } from "../shared/links.ts";
import type { Workshop } from "../shared/work.ts";

export const municipalityFolder = fileURLToPath(new URL("../../infra/municipalities", import.meta.url));

/** Reads every `*.yaml` of the folder. Throws one Error that lists every fault of every file with its line. */
export async function readMunicipalityFiles(folder = municipalityFolder): Promise<MunicipalityFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const files: MunicipalityFile[] = [];
  const faults: string[] = [];
  for (const name of names) {
    const read = parseMunicipalityFile(await readFile(join(folder, name), "utf8"));
    if ("municipality" in read) files.push(read.municipality);
    else faults.push(...read.faults.map((fault) => `  ${name}:${fault.line}:${fault.column} ${fault.en}`));
  }
  if (faults.length > 0) throw new Error(`The municipality files have ${faults.length} faults:\n${faults.join("\n")}`);
  return files;
}

/** Brings kernen and staff in line with the files, a deputy with the rights of whom she stands in for; twice changes nothing. */
export async function loadMunicipalities(
  inMunicipality: Workshop["inMunicipality"],
  files: readonly MunicipalityFile[],
): Promise<void> {
  for (const file of files) {
    await inMunicipality(file.slug, async (tx) => {
      await loadMunicipality(tx, file);
      await syncStaff(tx, withDeputies(file, dutchDay(new Date())));
    });
  }
}

/** What every kern's team gets: the app and its tabs. `publicUrl`: where tabs point to. */
export function appOrder(municipality: string, externalId: string, permissions: readonly string[], publicUrl: string): AppOrder {
  const tab = (channel: "algemeen" | "voorstellen", name: string, path: string) => ({
    channel,
    name,
    entityId: `${channel}-{kern}`,
    contentUrl: `${publicUrl}${paths.tab(path)}`,
    websiteUrl: `${publicUrl}${path}`,
  });
  return {
    externalId,
    permissions,
    tabs: [
      tab("algemeen", "Kernplein", `/${municipality}/{kern}`),
      tab("voorstellen", "Voorstellen", `/${municipality}/{kern}/voorstellen`),
    ],
  };
}
