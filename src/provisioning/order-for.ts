/** From a municipality's file to what is asked of Teams. Pure. */
import { channelName, type MunicipalityFile } from "../kernen/index.ts";
import type { AppOrder, Order } from "./contract.ts";

/** Each kern with its village groups under the names Teams takes, and the officers who serve it, in the order of the file. */
export function orderFor(file: MunicipalityFile, app: AppOrder): Order {
  return {
    municipality: file.slug,
    tenantId: file.entraTenantId,
    app,
    kernen: file.kernen.map(({ slug, name, villageGroups }) => ({
      slug,
      name,
      villageGroups: villageGroups.map((group) => ({ name: group, channel: channelName(group) })),
      officers: file.officers
        .filter(({ kernen }) => kernen.includes(slug))
        .map((officer) => ({ name: officer.name, email: officer.email })),
    })),
  };
}
