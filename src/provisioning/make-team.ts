/** Makes the team of a kern exactly once, whatever happens in between. */
import { themePrefix } from "../kernen/index.ts";
import type { Step } from "./contract.ts";
import { waits } from "./sayings.ts";
import type { Scene } from "./scene.ts";
import { OutcomeUnknown, type TeamBeingMade, TeamFailed, type WorkplaceTeam } from "./workplace.ts";

const mostTries = 3;

type MakeTeam = Extract<Step, { do: "make-team" }>;

/**
 * The row with the marker is written the moment before the call leaves, the id the moment Graph tells it. When the outcome of a call is
 * unknown (now, or in a run that was interrupted), the team is looked for by its marker until a team could no longer be hidden; only
 * then is it asked for again.
 */
export async function makeTeam(scene: Scene, step: MakeTeam): Promise<WorkplaceTeam> {
  const { record, kern } = scene;
  const row = record.get("team", kern);
  if (row?.state === "created") await record.forgetParts(kern);
  else if (row?.graphId) return awaitTeam(scene, { teamId: row.graphId, operation: row.details.operation ?? null });
  let unsure = row?.state === "intent";
  for (let tries = 1; ; tries += 1) {
    const found = unsure ? await lookUntilSettled(scene, step) : null;
    if (found) return awaitTeam(scene, { teamId: found, operation: null });
    try {
      return await awaitTeam(scene, await ask(scene, step));
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || tries >= mostTries) throw error;
      unsure = true;
    }
  }
}

/** Waits until the team can be used and writes that down. A team Microsoft gave up on is forgotten, so that it can be made anew. */
export async function awaitTeam({ workplace, order, record, kern, say }: Scene, being: TeamBeingMade): Promise<WorkplaceTeam> {
  const row = record.get("team", kern);
  const marker = row?.marker ?? "";
  const details = { ...row?.details, operation: being.operation };
  if (row?.graphId !== being.teamId) {
    await record.put({ resource: "team", key: kern, kern, state: "intent", graphId: being.teamId, marker, details });
  }
  say(waits.teamReady);
  try {
    const team = await workplace.awaitTeam(order.tenantId, being);
    const { name = team.name, description, settings } = row?.details ?? {};
    const known = {
      name,
      url: team.url,
      mainChannelId: team.mainChannelId,
      ...(description === undefined ? {} : { description }),
      ...(settings === undefined ? {} : { settings }),
    };
    const fact = { fact: "team-ready" as const, kern, teamId: team.id, url: team.url };
    const ready = { resource: "team" as const, key: kern, kern, state: "created" as const, graphId: team.id, marker };
    await record.put({ ...ready, details: known }, kern.startsWith(themePrefix) ? undefined : fact);
    return team;
  } catch (error) {
    if (error instanceof TeamFailed) await record.forget("team", kern);
    throw error;
  } finally {
    say(null);
  }
}

async function ask({ workplace, order, record, kern, time }: Scene, step: MakeTeam): Promise<TeamBeingMade> {
  const intent = { resource: "team" as const, key: kern, kern, state: "intent" as const, marker: step.marker };
  const { settings } = order;
  const wish = { name: step.name, description: step.description, ...(settings ? { settings } : {}) };
  const asked = () => ({ ...wish, askedAt: new Date(time.now()).toISOString() });
  const sending = () => record.put({ ...intent, graphId: null, details: asked() });
  try {
    const team = { ...wish, firstChannel: "Algemeen", ownerId: step.ownerId };
    const being = await workplace.makeTeam(order.tenantId, team, sending);
    await record.put({ ...intent, graphId: being.teamId, details: { ...asked(), operation: being.operation } });
    return being;
  } catch (error) {
    // Refused: nothing was made, so nothing is left to look for.
    if (isRefusal(error)) await record.forget("team", kern);
    throw error;
  }
}

/** A clear no carries a status; anything else (an interruption, the database gone) leaves the intent in place. */
function isRefusal(error: unknown): boolean {
  return !(error instanceof OutcomeUnknown) && typeof (error as { status?: unknown }).status === "number";
}

/** The team with the marker, or null once a team asked for at `askedAt` would certainly show. */
async function lookUntilSettled(
  { workplace, order, record, kern, time, settle, say }: Scene,
  step: MakeTeam,
): Promise<string | null> {
  const details = record.get("team", kern)?.details;
  const until = Date.parse(details?.askedAt ?? "") + settle.teamMs;
  say(waits.earlierAttempt);
  try {
    for (;;) {
      // The clock is read before the look: a team that appears in between is seen the next time.
      const last = !(time.now() < until);
      const [found] = await workplace.findTeams(order.tenantId, details?.name ?? step.name, step.marker);
      if (found || last) return found ?? null;
      await time.sleep(settle.everyMs);
    }
  } finally {
    say(null);
  }
}
