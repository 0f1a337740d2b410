/** Municipalities that merged into another: their links lead on. */
import { type Kysely, sql } from "kysely";
import type { DB } from "../shared/database.ts";

export interface MergedMunicipality {
  /** Slug that old links carry. */
  municipality: string;
  into: string;
  /** New slug by old slug. */
  kernen: Record<string, string>;
}

/** Asked outside a municipality, like the list of municipalities. Few rows: a merger is rare. */
export async function mergedMunicipalities(db: Kysely<DB>): Promise<MergedMunicipality[]> {
  const { rows } = await sql<MergedMunicipality>`select municipality_id as municipality, merged_into as into,
    merged_kernen as kernen from kernplein_merged_municipalities()`.execute(db);
  return rows;
}

/**
 * Where an old path leads: "/giessenlanden/arkel/voorstellen" to "/molenlanden/arkel/voorstellen". Null when its first part is no
 * merged municipality. A merger of a merger is followed to the end. Pure.
 */
export function redirectOf(path: string, merged: readonly MergedMunicipality[]): string | null {
  const [, municipality, kern, ...rest] = path.split("/");
  const found = merged.find((one) => one.municipality === municipality);
  if (!found) return null;
  const kernNow = kern === undefined ? [] : [found.kernen[kern] ?? kern];
  const next = ["", found.into, ...kernNow, ...rest].join("/");
  return (
    redirectOf(
      next,
      merged.filter((one) => one !== found),
    ) ?? next
  );
}
