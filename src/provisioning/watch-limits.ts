/** The daily look at how full what Microsoft limits is, long before it bites. */
import { after, days } from "../shared/time.ts";
import type { LimitNears, Order } from "./contract.ts";
import { inParallel } from "./in-parallel.ts";
import { limitSaid, nameOf } from "./limit-sayings.ts";
import { keepUses, loadUses, type MeasuredUse, noteChannels } from "./limit-store.ts";
import { thresholdOf, type Use, usesOfTeam, usesOfTenant } from "./limits.ts";
import { type Provisioner, usualWidth } from "./scene.ts";
import { loadResources } from "./store.ts";

/** A deleted channel keeps its place for so long. */
const channelHeldDays = 30;

/** Measures every team on record and the tenant. What reaches a threshold is announced ("limit-nears"), each threshold once. */
export async function watchLimits(provisioner: Provisioner, order: Order): Promise<MeasuredUse[]> {
  const { keeper, time } = provisioner;
  const uses = [...(await measureTeams(provisioner, order)), ...(await measureTenant(provisioner, order))];
  const now = new Date(time.now());
  return keeper.inMunicipality(order.municipality, async (tx) => {
    const told = new Map((await loadUses(tx)).map((use) => [placeOf(use), use.threshold]));
    const measured = uses.map((use): MeasuredUse => {
      return { ...use, threshold: thresholdOf(use, told.get(placeOf(use)) ?? 0), measuredAt: now };
    });
    await keepUses(tx, order.municipality, measured);
    const news = measured.filter((use) => use.threshold > (told.get(placeOf(use)) ?? 0));
    const fact: LimitNears = {
      fact: "limit-nears",
      at: now.toISOString(),
      limits: news.map((use) => limitSaid(use, nameOf(order, use.kern))),
    };
    if (news.length > 0) await keeper.queueReactions(tx, order.municipality, [fact]);
    return measured;
  });
}

const placeOf = ({ what, kern }: Use) => `${what} ${kern}`;

async function measureTeams({ workplace, keeper, time, parallel }: Provisioner, order: Order): Promise<Use[]> {
  const { tenantId, municipality } = order;
  const rows = (await keeper.inMunicipality(municipality, loadResources)).filter(({ state }) => state === "created");
  const withApp = new Set(rows.flatMap(({ resource, kern }) => (resource === "app" ? [kern] : [])));
  const uses: Use[] = [];
  const teams = rows.filter(({ resource }) => resource === "team");
  await inParallel(teams, parallel ?? usualWidth, async ({ kern, graphId }) => {
    // A team that somebody deleted is drift, and told as that.
    if (graphId === null || !(await workplace.readTeam(tenantId, graphId))) return;
    const size = await workplace.teamSize(tenantId, graphId);
    const channels = withApp.has(kern) ? await workplace.listChannels(tenantId, graphId) : null;
    const now = new Date(time.now());
    const held =
      channels &&
      (await keeper.inMunicipality(municipality, (tx) =>
        noteChannels(
          tx,
          kern,
          channels.map(({ id }) => id),
          now,
          after(now, -days(channelHeldDays)),
        ),
      ));
    uses.push(...usesOfTeam(kern, { ...size, channels: held }));
  });
  return uses.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

async function measureTenant({ workplace }: Provisioner, { tenantId, kernen }: Order): Promise<Use[]> {
  const accounts = await workplace.countAccounts(tenantId);
  const teams = await workplace.countTeams(tenantId);
  const staff = kernen.flatMap(({ officers }) => officers.map(({ email }) => email));
  return usesOfTenant({ accounts, teams }, staff);
}
