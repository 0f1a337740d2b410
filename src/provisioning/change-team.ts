/** What changes a team as a whole, and writes down what was asked for. */
import type { ResourceDetails } from "./contract.ts";
import { type StepOf, teamIdOf } from "./furnish-team.ts";
import type { Scene } from "./scene.ts";

/** Keeps what is on record of the team, with these details instead. */
async function remember({ record, kern }: Scene, details: ResourceDetails): Promise<void> {
  const row = record.get("team", kern);
  if (row) await record.put({ ...row, details: { ...row.details, ...details } });
}

export async function renameTeam(scene: Scene, { name, description }: StepOf<"rename-team">): Promise<void> {
  await scene.workplace.renameTeam(scene.order.tenantId, teamIdOf(scene), { name, description });
  await remember(scene, { name, description });
}

export async function changeSettings(scene: Scene, { settings }: StepOf<"change-settings">): Promise<void> {
  await scene.workplace.changeSettings(scene.order.tenantId, teamIdOf(scene), settings);
  await remember(scene, { settings });
}

/** Into the archive, or out of it; everything in the team stays. */
export async function shelveTeam(scene: Scene, step: StepOf<"archive-team" | "unarchive-team">): Promise<void> {
  const archived = step.do === "archive-team";
  await scene.workplace[archived ? "archiveTeam" : "unarchiveTeam"](scene.order.tenantId, step.teamId);
  await remember(scene, { archived });
}
