/** The steps about a team as a whole: making, finding, archiving, name and settings. Pure. */
import type { KernOrder, Order, Problem, Step } from "./contract.ts";
import type { Furnishing } from "./plan-furnishing.ts";
import { steps, things } from "./sayings.ts";
import { age, freshMs, type Owner, type ResourceRow, type SeenKern } from "./seen.ts";
import { descriptionOf, isAccepted, markerOf } from "./wanted.ts";
import type { TeamSettings } from "./workplace.ts";

interface TeamInput {
  order: Order;
  kern: KernOrder;
  row: ResourceRow | undefined;
  seen: SeenKern;
  owners: readonly Owner[];
  now: number;
}

export interface TeamPlan {
  steps: Step[];
  /** Null when the team is still to be made. */
  teamId: string | null;
  ownersToAdd: readonly Owner[];
  /** Nothing is to be changed inside: it is archived, or there is none and there should be none. */
  closed: boolean;
}

/** The first owner comes into being with the team. */
export function planTeam(input: TeamInput): TeamPlan | { problem: Problem["code"] } {
  const { order, kern, row, seen, owners, now } = input;
  if (seen.team) return planExisting(input, seen.team);
  if (seen.teamIds.length > 1) return { problem: "team-twice" };
  if (kern.theme?.over) return { steps: [], teamId: null, ownersToAdd: [], closed: true };
  // A team that was usable a moment ago and answers 404 is late, not deleted (pnp/powershell #5414).
  const late = row?.graphId != null && (row.state === "intent" || age(row, now) < freshMs);
  if (row?.graphId != null && late) {
    const text = steps.awaitTeam(kern.name);
    const operation = row.details.operation ?? null;
    const wait: Step = { kern: kern.slug, do: "await-team", teamId: row.graphId, operation, text };
    return { steps: [wait], teamId: row.graphId, ownersToAdd: owners, closed: false };
  }
  const [first, ...others] = owners;
  if (!first) return { problem: "no-owner" };
  const make: Step = {
    kern: kern.slug,
    do: "make-team",
    name: kern.name,
    marker: markerOf(order.municipality, kern.slug),
    description: descriptionOf(order.municipality, kern),
    ownerId: first.id,
    text: steps.makeTeam(kern.name),
    ...(row?.state === "created" ? { drift: "team-deleted" } : {}),
  };
  return { steps: [make], teamId: null, ownersToAdd: others, closed: false };
}

function planExisting({ order, kern, row, owners, now }: TeamInput, team: NonNullable<SeenKern["team"]>): TeamPlan {
  const { id, url, mainChannelId } = team;
  const known = row?.state === "created" && row.graphId === id;
  const marker = markerOf(order.municipality, kern.slug);
  const details = { name: team.name, url, mainChannelId };
  const text = steps.note(things.team(kern.name));
  const note: Step = { kern: kern.slug, do: "note", resource: "team", key: kern.slug, graphId: id, marker, details, text };
  const open: TeamPlan = { steps: known ? [] : [note], teamId: id, ownersToAdd: owners, closed: false };
  const closed: TeamPlan = { ...open, closed: true };
  const trusted = known && age(row, now) < freshMs;
  const archived = trusted ? (row.details.archived ?? team.archived) : team.archived;
  if (kern.theme?.over) {
    if (archived) return closed;
    const step: Step = { kern: kern.slug, do: "archive-team", teamId: id, text: steps.archiveTeam(kern.name), dated: true };
    return { ...closed, steps: [...closed.steps, step] };
  }
  if (!archived) return open;
  const byHand = !row?.details.archived;
  if (byHand && isAccepted(kern, "team-archived")) return closed;
  const step: Step = { kern: kern.slug, do: "unarchive-team", teamId: id, text: steps.unarchiveTeam(kern.name) };
  return { ...open, steps: [...open.steps, byHand ? { ...step, drift: "team-archived" } : step] };
}

/** Name, description and settings; the right to change them comes with the app. */
export function planSettings({ order, kern, recorded, seen, app, now }: Furnishing): Step[] {
  const { team } = seen;
  if (!app || !team) return [];
  const row = recorded.get("team", kern.slug);
  const last = row?.graphId === team.id ? row.details : {};
  const fresh = row !== undefined && age(row, now) < freshMs;
  const planned: Step[] = [];
  const description = descriptionOf(order.municipality, kern);
  const otherName = team.name !== kern.name;
  const asked = last.name === kern.name && (last.description ?? description) === description;
  if ((otherName || team.description !== description) && !(fresh && asked)) {
    const text = otherName ? steps.renameTeam(kern.name) : steps.describeTeam();
    const step: Step = { kern: kern.slug, do: "rename-team", name: kern.name, description, text };
    planned.push(asked ? { ...step, drift: "team-renamed" } : step);
  }
  const wanted = order.settings;
  const settingsAsked = wanted !== undefined && sameSettings(wanted, last.settings);
  if (wanted && team.settings && !sameSettings(wanted, team.settings) && !(fresh && settingsAsked)) {
    const step: Step = { kern: kern.slug, do: "change-settings", settings: wanted, text: steps.changeSettings() };
    planned.push(settingsAsked ? { ...step, drift: "settings-changed" } : step);
  }
  return planned.filter(({ drift }) => drift === undefined || !isAccepted(kern, drift));
}

function sameSettings(one: TeamSettings, other: TeamSettings | undefined): boolean {
  return Object.entries(one).every(([name, value]) => other?.[name as keyof TeamSettings] === value);
}
