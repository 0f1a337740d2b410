/** Who comes into a team and who leaves it. The marker of a person is the team: a record of a team before it says nothing about it. */
import { created, type StepOf, teamIdOf } from "./furnish-team.ts";
import type { Scene } from "./scene.ts";

export async function addOwner(scene: Scene, { personId, deputy }: StepOf<"add-owner">): Promise<void> {
  const teamId = teamIdOf(scene);
  await scene.workplace.addOwner(scene.order.tenantId, teamId, personId);
  const owner = { resource: "owner" as const, key: `${scene.kern}/${personId}`, graphId: personId, marker: teamId };
  await created(scene, { ...owner, details: deputy ? { deputy } : {} });
}

export async function removeOwner(scene: Scene, { personId }: StepOf<"remove-owner">): Promise<void> {
  await scene.workplace.removeOwner(scene.order.tenantId, teamIdOf(scene), personId);
  await scene.record.forget("owner", `${scene.kern}/${personId}`);
}

/** Residents who are missing; who cannot be added is left for people to look at. */
export async function addResidents(scene: Scene, { personIds }: StepOf<"add-residents">): Promise<void> {
  const teamId = teamIdOf(scene);
  await scene.workplace.addMembers(scene.order.tenantId, teamId, personIds);
  await created(scene, { resource: "member", key: `${scene.kern}/residents`, graphId: teamId, marker: teamId });
}

/**
 * Somebody from outside becomes a guest first; she hears of it by our own mail, for Microsoft sends none. The row is written before the
 * invitation: after an interruption it tells that she still waits for that mail. Her link is then the team's own, which does the same.
 */
export async function addMember(scene: Scene, { personId, email, name }: StepOf<"add-member">): Promise<void> {
  const { workplace, order, record, kern } = scene;
  const teamId = teamIdOf(scene);
  const { name: team = kern, url = "" } = record.get("team", kern)?.details ?? {};
  const row = { resource: "member" as const, key: `${kern}/${email}`, kern, marker: teamId, details: { name } };
  const waits = record.get("member", row.key)?.state === "intent";
  if (!personId) await record.put({ ...row, state: "intent", graphId: null });
  const invited = personId
    ? { personId, redeemUrl: url }
    : await workplace.invite(order.tenantId, { email, name, landingUrl: url });
  if ("refused" in invited) {
    await record.forget("member", row.key);
    throw new Error(`Microsoft does not take the address ${email}: ${invited.refused}`);
  }
  await workplace.addMember(order.tenantId, teamId, invited.personId);
  const fact = { fact: "partner-invited" as const, kern, team, name, email, redeemUrl: invited.redeemUrl };
  await record.put({ ...row, state: "created", graphId: invited.personId }, personId && !waits ? undefined : fact);
}

export async function removeMember(scene: Scene, { personId, key }: StepOf<"remove-member">): Promise<void> {
  await scene.workplace.removeMember(scene.order.tenantId, teamIdOf(scene), personId);
  await scene.record.forget("member", key);
}
