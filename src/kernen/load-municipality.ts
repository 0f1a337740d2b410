import type { Tx } from "../shared/work.ts";
import type { MunicipalityFile } from "./municipality-file.ts";
import { saveKern, saveMunicipality } from "./store.ts";

/**
 * Brings the municipality and its kernen in line with the file; twice changes nothing. The transaction must stand in the municipality
 * of the file's slug. A kern that left the file stays: people and proposals belong to it. Staff is recorded by members (`syncStaff`).
 */
export async function loadMunicipality(tx: Tx, file: MunicipalityFile): Promise<void> {
  await saveMunicipality(tx, {
    municipality: file.slug,
    name: file.name,
    cbsCode: file.cbsCode,
    entraTenantId: file.entraTenantId.toLowerCase(),
    joining: file.joining,
    languages: file.languages,
    phone: file.phone,
  });
  for (const kern of file.kernen) {
    await saveKern(tx, {
      municipality: file.slug,
      kern: kern.slug,
      name: kern.name,
      kind: kern.kind,
      residents: kern.residents ?? 0,
      latitude: kern.location.latitude,
      longitude: kern.location.longitude,
      formerMunicipality: kern.formerMunicipality ?? "",
      accent: kern.accent,
      silhouette: kern.silhouette,
      postcodes: kern.postcodes,
      joining: kern.joining ?? file.joining,
      villageGroups: kern.villageGroups,
    });
  }
}
