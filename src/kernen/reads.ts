/** What the slices above may ask and record about kernen. */
import type { Kysely } from "kysely";
import type { DB } from "../shared/database.ts";
import type { Tx } from "../shared/work.ts";
import type { ContactPerson, Kern, Municipality } from "./contract.ts";
import { contactFor } from "./rules.ts";
import {
  findContactOfficer,
  findKern,
  findKernen,
  findMunicipality,
  type MunicipalityInDirectory,
  readDirectory,
  saveTeamUrl,
} from "./store.ts";

/** The kern of that slug; undefined when the municipality has none. */
export function kernOf(tx: Tx, kern: string): Promise<Kern | undefined> {
  return findKern(tx, kern);
}

/** Every kern of the transaction's municipality, by name. */
export function allKernen(tx: Tx): Promise<Kern[]> {
  return findKernen(tx);
}

/** The transaction's municipality. */
export function municipalityOf(tx: Tx): Promise<Municipality> {
  return findMunicipality(tx);
}

/** Whom to call about this kern: its officer, or the municipality. */
export async function contactOf(tx: Tx, kern: string): Promise<ContactPerson> {
  return contactFor(await findContactOfficer(tx, kern), await findMunicipality(tx));
}

/** Every municipality of this deployment by name; works outside a municipality. */
export function allMunicipalities(db: Kysely<DB>): Promise<MunicipalityInDirectory[]> {
  return readDirectory(db);
}

/** Records the address of a kern's team, once it was made. */
export function recordTeamUrl(tx: Tx, kern: string, teamUrl: string | null): Promise<void> {
  return saveTeamUrl(tx, kern, teamUrl);
}
