/** The record of a kern while an `apply` runs: read once, and each change written in a transaction of its own before the next call. */
import type { Workshop } from "../shared/work.ts";
import type { ProvisioningFact, ResourceKind } from "./contract.ts";
import type { Recorded, ResourceRow } from "./seen.ts";
import { loadResources, removeParts, removeResource, saveResource } from "./store.ts";

export interface RecordBook extends Recorded {
  /** Writes a row; a fact is announced in the same transaction. */
  put(row: Omit<ResourceRow, "updatedAt">, fact?: ProvisioningFact): Promise<void>;
  forget(resource: ResourceKind, key: string): Promise<void>;
  /** Forgets what was inside a kern's team. */
  forgetParts(kern: string): Promise<void>;
}

export type RecordKeeper = Pick<Workshop, "inMunicipality" | "queueReactions">;

/** `now`: milliseconds since 1970. `part`: what of it is read; all of it when left out. */
export async function openRecord(
  keeper: RecordKeeper,
  municipality: string,
  now: () => number,
  part: { kern?: string; resource?: ResourceKind } = {},
): Promise<RecordBook> {
  const rows = new Map<string, ResourceRow>();
  const place = (resource: ResourceKind, key: string) => `${resource} ${key}`;
  for (const row of await keeper.inMunicipality(municipality, (tx) => loadResources(tx, part)))
    rows.set(place(row.resource, row.key), row);
  return {
    get: (resource, key) => rows.get(place(resource, key)),
    all: (resource) => [...rows.values()].filter((row) => row.resource === resource),
    async put(given, fact) {
      const row = { ...given, updatedAt: new Date(now()) };
      await keeper.inMunicipality(municipality, async (tx) => {
        await saveResource(tx, municipality, row);
        if (fact) await keeper.queueReactions(tx, municipality, [fact]);
      });
      rows.set(place(row.resource, row.key), row);
    },
    async forget(resource, key) {
      await keeper.inMunicipality(municipality, (tx) => removeResource(tx, municipality, resource, key));
      rows.delete(place(resource, key));
    },
    async forgetParts(kern) {
      await keeper.inMunicipality(municipality, (tx) => removeParts(tx, municipality, kern));
      for (const [at, row] of rows) if (row.kern === kern && row.resource !== "team") rows.delete(at);
    },
  };
}
