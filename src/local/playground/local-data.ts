/** Who and what the local Teams client shows, from the record of this machine. */
import { kernOf, municipalityOf } from "../../kernen/index.ts";
import { teamOf } from "../../provisioning/index.ts";
import type { Tx } from "../../shared/work.ts";
import type { PlaygroundConfig, PlaygroundPerson } from "./config-file.ts";

/**
 * The team of one kern with its people: a resident behind the screen; its officer, a councillor and neighbours beside her. Throws a
 * sentence when the kern or its team does not exist.
 */
export async function readPlaygroundConfig(tx: Tx, kern: string): Promise<PlaygroundConfig> {
  const home = await municipalityOf(tx);
  const found = await kernOf(tx, kern);
  if (!found) throw new Error(`${home.name} has no kern "${kern}".`);
  const team = await teamOf(tx, home.municipality, kern);
  if (!team) throw new Error(`The team of ${found.name} does not exist yet. Make it with: npx kernplein provision apply`);
  const channel = (key: string) => team.channels.find((one) => one.key === key);
  const neighbours = await membersWithAccount(tx, kern);
  const staff = await staffWithAccount(tx, kern);
  const [me, ...others] = [...neighbours.slice(0, 1), ...staff.slice(0, 2), ...neighbours.slice(1), ...staff.slice(2)];
  if (!me) throw new Error(`Nobody of ${found.name} has an account to sit behind the screen with.`);
  return {
    tenantId: home.entraTenantId,
    team: { name: found.name, id: channel("algemeen")?.id ?? `19:${kern}@thread.tacv2`, groupId: team.teamId },
    channel: { id: channel("voorstellen")?.id ?? `19:${kern}-voorstellen@thread.tacv2`, name: "Voorstellen" },
    me,
    others,
  };
}

async function membersWithAccount(tx: Tx, kern: string): Promise<PlaygroundPerson[]> {
  const rows = await tx
    .selectFrom("membership")
    .innerJoin("person", (join) =>
      join
        .onRef("person.municipality_id", "=", "membership.municipality_id")
        .onRef("person.person_id", "=", "membership.person_id"),
    )
    .select(["person.entra_oid as oid", "person.name", "person.email"])
    .where("membership.kern_id", "=", kern)
    .where("membership.left_at", "is", null)
    .where("person.entra_oid", "is not", null)
    .orderBy("membership.since")
    .orderBy("person.name")
    .limit(6)
    .execute();
  return rows.flatMap(({ oid, ...person }) => (oid === null ? [] : [{ oid, ...person }]));
}

/** The kern's officer first, then councillors. */
async function staffWithAccount(tx: Tx, kern: string): Promise<PlaygroundPerson[]> {
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", (join) =>
      join
        .onRef("person.municipality_id", "=", "role_grant.municipality_id")
        .onRef("person.person_id", "=", "role_grant.person_id"),
    )
    .select(["person.entra_oid as oid", "person.name", "person.email", "role_grant.role"])
    .where("role_grant.kern_id", "in", [kern, "*"])
    .where("role_grant.role", "in", ["officer", "councillor"])
    .where("person.entra_oid", "is not", null)
    .orderBy("role_grant.role", "desc")
    .orderBy("person.name")
    .limit(20)
    .execute();
  const officers = rows.filter(({ role }) => role === "officer").slice(0, 1);
  const councillors = rows.filter(({ role }) => role === "councillor").slice(0, 1);
  return [...officers, ...councillors].flatMap(({ oid, name, email }) => (oid === null ? [] : [{ oid, name, email }]));
}
