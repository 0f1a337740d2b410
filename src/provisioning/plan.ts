/** From what is wanted, what is on record and what Microsoft says: the ordered steps that are left. Pure. */
import type { KernOrder, Order, Plan, Problem, Step } from "./contract.ts";
import { planFurnishing } from "./plan-furnishing.ts";
import { problems, steps, things } from "./sayings.ts";
import { age, type Owner, type Recorded, type ResourceRow, type Seen, type SeenKern } from "./seen.ts";
import { descriptionOf, markerOf, wantedChannels } from "./wanted.ts";

/** A team that was usable less than this ago and answers 404 is late, not deleted (pnp/powershell #5414). */
const freshMs = 20 * 60_000;

export interface PlanInput {
  order: Order;
  recorded: Recorded;
  seen: Seen;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The steps in the order in which `apply` takes them, kern by kern. After a complete `apply` there are none.
 * What people must put right first is in `problems`; the steps that depend on it are left out.
 */
export function plan({ order, recorded, seen, now }: PlanInput): Plan {
  const found: Problem[] = [...appProblems(order, seen)];
  const planned: Step[] = [];
  for (const kern of order.kernen) {
    const owners = ownersOf(kern, seen, found);
    for (const name of wantedChannels(kern).leftOut) found.push(problem(kern.slug, "group-left-out", name));
    const seenKern = seen.kernen.get(kern.slug) ?? {
      teamIds: [],
      team: null,
      hasApp: false,
      channels: null,
      tabs: new Map(),
      owners: [],
    };
    const team = planTeam({ order, kern, row: recorded.get("team", kern.slug), seen: seenKern, owners, now, found });
    if (!team) continue;
    planned.push(...team.steps);
    const appUsable = seen.app !== null && !found.some(({ code }) => code === "app-asks-otherwise");
    const appId = appUsable ? (seen.app?.id ?? null) : null;
    planned.push(
      ...planFurnishing({ order, kern, recorded, seen: seenKern, teamId: team.teamId, owners: team.ownersToAdd, appId, now }),
    );
  }
  return { municipality: order.municipality, steps: planned, problems: found };
}

function problem(kern: string | null, code: Problem["code"], subject: string): Problem {
  return { kern, code, text: problems[code](subject) };
}

/** Consent is given to the permissions this version was built for; an app that asks for more or less is not installed. */
function appProblems(order: Order, seen: Seen): Problem[] {
  if (!seen.app) return [problem(null, "app-not-in-catalogue", "")];
  const asked = seen.app.permissions;
  const known = order.app.permissions;
  const different = [...asked.filter((name) => !known.includes(name)), ...known.filter((name) => !asked.includes(name))];
  return different.length === 0 ? [] : [problem(null, "app-asks-otherwise", different.join(", "))];
}

/** The officers who can be owner, in the order of the file; the others become problems. */
function ownersOf(kern: KernOrder, seen: Seen, found: Problem[]): Owner[] {
  return kern.officers.flatMap(({ email }) => {
    const person = seen.people.get(email.toLowerCase());
    if (person && !person.guest) return [{ id: person.id, email }];
    found.push(problem(kern.slug, person ? "officer-is-guest" : "officer-unknown", email));
    return [];
  });
}

interface TeamInput {
  order: Order;
  kern: KernOrder;
  row: ResourceRow | undefined;
  seen: SeenKern;
  owners: Owner[];
  now: number;
  found: Problem[];
}

interface TeamPlan {
  steps: Step[];
  /** Null when the team is still to be made. */
  teamId: string | null;
  ownersToAdd: Owner[];
}

/** Null when nothing can be done for this kern. The first owner comes into being with the team. */
function planTeam({ order, kern, row, seen, owners, now, found }: TeamInput): TeamPlan | null {
  const marker = markerOf(order.municipality, kern.slug);
  if (!seen.team && seen.teamIds.length > 1) {
    found.push(problem(kern.slug, "team-twice", kern.name));
    return null;
  }
  if (seen.team) {
    const { id, url, mainChannelId } = seen.team;
    const known = row?.state === "created" && row.graphId === id;
    const details = { name: kern.name, url, mainChannelId };
    const text = steps.note(things.team(kern.name));
    const note: Step = { kern: kern.slug, do: "note", resource: "team", key: kern.slug, graphId: id, marker, details, text };
    return { steps: known ? [] : [note], teamId: id, ownersToAdd: owners };
  }
  const late = row?.graphId != null && (row.state === "intent" || age(row, now) < freshMs);
  if (row?.graphId != null && late) {
    const text = steps.awaitTeam(kern.name);
    const operation = row.details.operation ?? null;
    const wait: Step = { kern: kern.slug, do: "await-team", teamId: row.graphId, operation, text };
    return { steps: [wait], teamId: row.graphId, ownersToAdd: owners };
  }
  const [first, ...others] = owners;
  if (!first) {
    found.push(problem(kern.slug, "no-owner", kern.name));
    return null;
  }
  const text = steps.makeTeam(kern.name);
  const description = descriptionOf(order.municipality, kern);
  const make: Step = { kern: kern.slug, do: "make-team", name: kern.name, marker, description, ownerId: first.id, text };
  return { steps: [make], teamId: null, ownersToAdd: others };
}
