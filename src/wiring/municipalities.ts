/** From the municipality files to the record: read, refuse with every fault, load. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { channelName, loadMunicipality, type MunicipalityFile, parseMunicipalityFile } from "../kernen/index.ts";
import { syncStaff } from "../members/index.ts";
import type { Order } from "../provisioning/contract.ts";
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

/** Brings kernen and staff in line with the files; twice changes nothing. */
export async function loadMunicipalities(
  inMunicipality: Workshop["inMunicipality"],
  files: readonly MunicipalityFile[],
): Promise<void> {
  for (const file of files) {
    await inMunicipality(file.slug, async (tx) => {
      await loadMunicipality(tx, file);
      await syncStaff(tx, file);
    });
  }
}

export interface AppIdentity {
  /** The id in the manifest. */
  externalId: string;
  permissions: readonly string[];
}

/** What the file asks of Microsoft 365. `publicUrl`: where tabs point to. */
export function orderFor(file: MunicipalityFile, app: AppIdentity, publicUrl: string): Order {
  const tab = (channel: "algemeen" | "voorstellen", name: string, path: string) => ({
    channel,
    name,
    entityId: `${channel}-{kern}`,
    contentUrl: `${publicUrl}${paths.tab(path)}`,
    websiteUrl: `${publicUrl}${path}`,
  });
  return {
    municipality: file.slug,
    tenantId: file.entraTenantId,
    kernen: file.kernen.map(({ slug, name, villageGroups }) => ({
      slug,
      name,
      villageGroups: villageGroups.map((group) => ({ name: group, channel: channelName(group) })),
      officers: file.officers
        .filter(({ kernen }) => kernen.includes(slug))
        .map(({ email, name: officer }) => ({ email, name: officer })),
    })),
    app: {
      externalId: app.externalId,
      permissions: app.permissions,
      tabs: [
        tab("algemeen", "Kernplein", paths.kern(file.slug, "{kern}").replace("%7B", "{").replace("%7D", "}")),
        tab("voorstellen", "Voorstellen", paths.proposals(file.slug, "{kern}").replace("%7B", "{").replace("%7D", "}")),
      ],
    },
  };
}
