/** From a municipality's file to what is asked of Teams. Pure. */
import { channelName, isOver, type MunicipalityFile, officersOn, themePrefix } from "../kernen/index.ts";
import type { AppOrder, KernOrder, Order } from "./contract.ts";

type ThemeTeam = MunicipalityFile["themeTeams"][number];

/**
 * The kernen and theme teams that take part in the roll-out (`later` does not), each with its channels under the names Teams takes and
 * with the officers on duty on `today` ("2027-06-30") as owners, in the order of the file. `only`: slugs of the kernen or theme teams
 * ("thema:…") it should be about.
 */
export function orderFor(file: MunicipalityFile, app: AppOrder, today: string, only?: readonly string[]): Order {
  const kernen = [
    ...file.kernen.filter(({ rollout }) => rollout !== "later").map((kern) => kernOrder(file, kern, today)),
    ...file.themeTeams.filter(({ rollout }) => rollout !== "later").map((team) => themeOrder(file, team, today)),
  ];
  const wanted = file.tabs.map((tab) => (tab === "plein" ? "algemeen" : tab));
  const order: Order = {
    municipality: file.slug,
    tenantId: file.entraTenantId,
    app: { ...app, tabs: app.tabs.filter(({ channel }) => wanted.includes(channel)) },
    kernen: only ? kernen.filter(({ slug }) => only.includes(slug)) : kernen,
    settings: file.teams,
  };
  return only ? order : { ...order, themes: file.themeTeams.map(({ slug }) => themePrefix + slug) };
}

/** What is asked of Teams when the municipality leaves. */
export function leavingOrder({ slug, entraTenantId }: MunicipalityFile, app: AppOrder): Order {
  return { municipality: slug, tenantId: entraTenantId, app, kernen: [], leaving: true };
}

function kernOrder(file: MunicipalityFile, kern: MunicipalityFile["kernen"][number], today: string): KernOrder {
  return {
    slug: kern.slug,
    name: kern.name,
    villageGroups: kern.villageGroups.map(asChannel),
    officers: officersOn(file, kern.slug, today).map(({ officer: { name, email }, deputyFor }) => ({
      name,
      email,
      ...(deputyFor ? { deputy: true } : {}),
    })),
    accepted: kern.accepted ?? [],
  };
}

/** The officers of the kernen it concerns take part as members; deputies of its owners own it for as long as the leave lasts. */
function themeOrder(file: MunicipalityFile, team: ThemeTeam, today: string): KernOrder {
  const owners = team.owners.flatMap((email) => file.officers.find((officer) => officer.email === email) ?? []);
  const deputies = owners.flatMap(({ leave = [] }) =>
    leave
      .filter(({ from, until }) => from <= today && today <= until)
      .flatMap(({ deputy }) => file.officers.find((officer) => officer.email === deputy) ?? [])
      .filter((deputy) => !owners.includes(deputy)),
  );
  const officers = [
    ...owners.map(({ name, email }) => ({ name, email })),
    ...[...new Set(deputies)].map(({ name, email }) => ({ name, email, deputy: true })),
  ];
  const concerned = file.officers.filter(({ kernen }) => kernen.some((kern) => team.kernen.includes(kern)));
  const members = [...concerned, ...team.partners].filter(({ email }) => !officers.some((owner) => owner.email === email));
  return {
    slug: themePrefix + team.slug,
    name: team.name,
    villageGroups: team.channels.map(asChannel),
    officers,
    accepted: team.accepted ?? [],
    theme: { about: team.about, over: isOver(team, today), members: members.map(({ name, email }) => ({ name, email })) },
  };
}

function asChannel(name: string): { name: string; channel: string } {
  return { name, channel: channelName(name) };
}
