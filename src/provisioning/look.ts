/** Reads what Microsoft says about an order and each of its kernen. Needs no right to change anything. */
import type { KernOrder, Order } from "./contract.ts";
import { nothingSeen, type Recorded, type Seen, type SeenKern } from "./seen.ts";
import { markerOf } from "./wanted.ts";
import type { Workplace, WorkplaceApp, WorkplaceTeam } from "./workplace.ts";

/** What all kernen of an order share: the app in the catalogue, and the people who are named. */
export async function lookAround(workplace: Workplace, order: Order): Promise<Pick<Seen, "app" | "people">> {
  const emails = order.kernen.flatMap(({ officers, theme }) =>
    [...officers, ...(theme?.members ?? [])].map(({ email }) => email),
  );
  const app = await workplace.findApp(order.tenantId, order.app.externalId);
  return { app, people: await workplace.findPeople(order.tenantId, [...new Set(emails)]) };
}

export async function lookAtKern(
  workplace: Workplace,
  order: Order,
  kern: KernOrder,
  recorded: Recorded,
  app: WorkplaceApp | null,
): Promise<SeenKern> {
  const { team, teamIds } = await findTeam(workplace, order, kern, recorded);
  if (!team) return { ...nothingSeen, teamIds, tabs: new Map() };
  const { tenantId } = order;
  const members = await workplace.listMembers(tenantId, team.id);
  const installed = app && (await workplace.installedApp(tenantId, team.id, app));
  const seen: SeenKern = { teamIds, team, app: installed, channels: null, tabs: new Map(), members };
  if (!app || !installed) return seen;
  const channels = await workplace.listChannels(tenantId, team.id);
  seen.channels = channels;
  for (const channel of channels) {
    if (!mayHoldTabs(kern, recorded, team, channel)) continue;
    seen.tabs.set(channel.id, await workplace.listTabs(tenantId, team.id, channel.id, app));
  }
  return seen;
}

/** By the id on record; else by the marker, under the name the team has or had. */
async function findTeam(
  workplace: Workplace,
  order: Order,
  kern: KernOrder,
  recorded: Recorded,
): Promise<{ team: WorkplaceTeam | null; teamIds: string[] }> {
  const { tenantId, municipality } = order;
  const row = recorded.get("team", kern.slug);
  const known = row?.graphId ? await workplace.readTeam(tenantId, row.graphId) : null;
  if (known) return { team: known, teamIds: [] };
  const names = new Set([kern.name, row?.details.name ?? kern.name]);
  const teamIds: string[] = [];
  for (const name of names) teamIds.push(...(await workplace.findTeams(tenantId, name, markerOf(municipality, kern.slug))));
  const [id] = teamIds;
  return { team: id && teamIds.length === 1 ? await workplace.readTeam(tenantId, id) : null, teamIds };
}

/** Tabs are pinned in Algemeen and Voorstellen only; other channels need not be read. */
function mayHoldTabs(kern: KernOrder, recorded: Recorded, team: WorkplaceTeam, channel: { id: string; name: string }): boolean {
  if (kern.theme) return false;
  if (channel.id === team.mainChannelId) return true;
  return ["algemeen", "voorstellen"].some(
    (key) => recorded.get("channel", `${kern.slug}/${key}`)?.graphId === channel.id || channel.name.toLowerCase() === key,
  );
}
