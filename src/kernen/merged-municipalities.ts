/** Municipalities that merged into another: their links lead on. */
import { type Kysely, sql } from "kysely";
import type { DB } from "../shared/database.ts";

export interface MergedMunicipality {
  /** Slug that old links carry. */
  municipality: string;
  into: string;
  /** New slug by old slug. */
  kernen: Record<string, string>;
  /** The Entra tenant that was left, in lower case; null when the new municipality took it over. */
  leftTenant: string | null;
}

/** Asked outside a municipality, like the list of municipalities. Few rows: a merger is rare. */
export async function mergedMunicipalities(db: Kysely<DB>): Promise<MergedMunicipality[]> {
  const { rows } = await sql<MergedMunicipality>`select municipality_id as municipality, merged_into as into,
    merged_kernen as kernen, left_tenant_id as "leftTenant" from kernplein_merged_municipalities()`.execute(db);
  return rows;
}

/** Null for a kern: none is meant. */
export interface Place {
  municipality: string;
  kern: string | null;
}

/** What a municipality and its kern are called now; null when it did not merge. A merger of a merger is followed to the end. Pure. */
export function calledNow({ municipality, kern }: Place, merged: readonly MergedMunicipality[]): Place | null {
  const found = merged.find((one) => one.municipality === municipality);
  if (!found) return null;
  const next = { municipality: found.into, kern: kern === null ? null : (found.kernen[kern] ?? kern) };
  return (
    calledNow(
      next,
      merged.filter((one) => one !== found),
    ) ?? next
  );
}

/** What a kern that no municipality has any longer is called now; null unless there is one answer. Pure. */
export function kernRenamed(kern: string, merged: readonly MergedMunicipality[]): string | null {
  const names = merged
    .filter(({ kernen }) => kernen[kern] !== undefined)
    .map(({ municipality }) => calledNow({ municipality, kern }, merged)?.kern ?? kern);
  const [name, ...others] = [...new Set(names)];
  return name !== undefined && others.length === 0 && name !== kern ? name : null;
}

/**
 * Where an old address leads, with its query: "/giessenlanden/arkel" to "/molenlanden/arkel", likewise in the tab ("/tab/…"), in the
 * council's pages ("/giessenlanden/raad/arkel"), in the API ("/v1/gemeenten/giessenlanden/…") and in what names it in the query
 * ("/meedoen?gemeente=giessenlanden", "/v1/kernen/arkel?gemeente=giessenlanden"). Null when no merged municipality is named. Pure.
 */
export function redirectOf(target: string, merged: readonly MergedMunicipality[]): string | null {
  const url = new URL(target, "http://localhost");
  const parts = url.pathname.split("/");
  const isApi = parts[1] === "v1";
  const own = isApi && parts[2] === "gemeenten" ? 3 : parts[1] === "tab" ? 2 : 1;
  const inPath = rename(parts, own, parts[own + 1] === "raad" ? own + 2 : own + 1, merged);
  const named = url.searchParams.get("gemeente");
  const kernAt = isApi && parts[2] === "kernen" ? 3 : parts.length;
  const kern = parts[kernAt] ?? url.searchParams.get("kern");
  const asked = named === null ? null : calledNow({ municipality: named, kern }, merged);
  if (asked) {
    url.searchParams.set("gemeente", asked.municipality);
    if (asked.kern !== null && kernAt < parts.length) parts[kernAt] = asked.kern;
    else if (asked.kern !== null) url.searchParams.set("kern", asked.kern);
  }
  return inPath || asked ? parts.join("/") + url.search : null;
}

function rename(parts: string[], at: number, kernAt: number, merged: readonly MergedMunicipality[]): boolean {
  const now = calledNow({ municipality: parts[at] ?? "", kern: parts[kernAt] ?? null }, merged);
  if (!now) return false;
  parts[at] = now.municipality;
  if (now.kern !== null) parts[kernAt] = now.kern;
  return true;
}
