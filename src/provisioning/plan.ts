/** From what is wanted, what is on record and what Microsoft says: the ordered steps that are left. Pure. */
import { themePrefix } from "../kernen/index.ts";
import type { KernOrder, Order, Part, Plan, Problem, Step } from "./contract.ts";
import { canBeGuest } from "./guest-rules.ts";
import { planFurnishing } from "./plan-furnishing.ts";
import { planPeople } from "./plan-people.ts";
import { planSettings, planTeam } from "./plan-team.ts";
import { problems, steps } from "./sayings.ts";
import { nothingSeen, type Owner, type Recorded, type Residents, type Seen } from "./seen.ts";
import { wantedChannels } from "./wanted.ts";

/** Microsoft, "Limits and specifications for Microsoft Teams". */
const mostOwners = 100;

export interface PlanInput {
  order: Order;
  recorded: Recorded;
  seen: Seen;
  /** Who should be in the teams of kernen; left out: members are left alone. */
  residents?: Residents;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The steps in the order in which `apply` takes them, kern by kern. After a complete `apply` there are none.
 * What people must put right first is in `problems`; the steps that depend on it are left out, as is drift that was accepted.
 */
export function plan(input: PlanInput): Plan {
  const around = planAround(input.order, input.seen.app, input.recorded);
  const kernen = input.order.kernen.map((kern) => planKern(input, kern));
  return {
    municipality: input.order.municipality,
    steps: [...kernen.flatMap(({ steps: planned }) => planned), ...around.steps],
    problems: [...around.problems, ...kernen.flatMap(({ problems: found }) => found)],
  };
}

export type Planned = Pick<Plan, "steps" | "problems">;

/** What belongs to no kern of the order: whether the app can be used at all, and teams that are to end. */
export function planAround(order: Order, app: Seen["app"], recorded: Recorded): Planned {
  return { steps: retired(order, recorded), problems: appProblems(order, app) };
}

/** One kern of the order; of what is recorded and seen only what is about that kern is looked at. */
export function planKern({ order, recorded, seen, residents, now }: PlanInput, kern: KernOrder): Planned {
  const found: Problem[] = [];
  const owners = ownersOf(kern, seen, found);
  for (const name of wantedChannels(kern).leftOut) found.push(problem(kern.slug, "group-left-out", name));
  const seenKern = seen.kernen.get(kern.slug) ?? nothingSeen;
  const team = planTeam({ order, kern, row: recorded.get("team", kern.slug), seen: seenKern, owners, now });
  if ("problem" in team) return { steps: [], problems: [...found, problem(kern.slug, team.problem, kern.name)] };
  if (team.closed) return { steps: team.steps, problems: found };
  const app = appProblems(order, seen.app).length === 0 ? seen.app : null;
  const { teamId, ownersToAdd } = team;
  const inside = { order, kern, recorded, seen: seenKern, teamId, app, now };
  const planned = [
    ...team.steps,
    ...planFurnishing(inside),
    ...planSettings(inside),
    ...planPeople({ ...inside, owners, ownersToAdd, people: seen.people, residents: residents?.get(kern.slug) ?? [] }),
  ];
  for (const { email } of kern.theme?.members ?? [])
    if (!seen.people.has(email) && !canBeGuest(email)) found.push(problem(kern.slug, "partner-refused", email));
  return { steps: planned, problems: found };
}

/** What `--only` leaves of a plan: nothing where the team is still to be made, and nothing that stands on a step left out. */
export function onlyPart(planned: readonly Step[], part: Part): Step[] {
  const unready = new Set(planned.filter((step) => teamFirst.includes(step.do)).map(({ kern }) => kern));
  const withoutApp = new Set(planned.filter((step) => step.do === "install-app").map(({ kern }) => kern));
  const missing = new Set(planned.flatMap((step) => (step.do === "make-channel" ? [`${step.kern}/${step.key}`] : [])));
  return planned.filter((step) => {
    if (unready.has(step.kern) || partOf(step) !== part) return false;
    if (part === "channels") return !withoutApp.has(step.kern);
    return step.do !== "pin-tab" || !missing.has(`${step.kern}/${step.channel}`);
  });
}

const teamFirst: readonly Step["do"][] = ["make-team", "await-team", "unarchive-team"];

/** What `--only` a step belongs to; "team": to none of them. */
export function partOf(step: Step): Part | "team" {
  const what = step.do === "note" ? step.resource : step.do;
  if (/owner|member|residents/.test(what)) return "members";
  if (what.endsWith("channel")) return "channels";
  return /tab$|app$/.test(what) ? "tabs" : "team";
}

function problem(kern: string | null, code: Problem["code"], subject: string): Problem {
  return { kern, code, text: problems[code](subject) };
}

/** Consent is given to the permissions this version was built for; an app that asks for more or less is not installed. */
function appProblems(order: Order, app: Seen["app"]): Problem[] {
  if (!app) return [problem(null, "app-not-in-catalogue", "")];
  const asked = app.permissions;
  const known = order.app.permissions;
  const different = [...asked.filter((name) => !known.includes(name)), ...known.filter((name) => !asked.includes(name))];
  return different.length === 0 ? [] : [problem(null, "app-asks-otherwise", different.join(", "))];
}

/** The officers who can be owner, in the order of the file; the others become problems. */
function ownersOf(kern: KernOrder, seen: Seen, found: Problem[]): Owner[] {
  const owners = kern.officers.flatMap(({ email, deputy = false }) => {
    const person = seen.people.get(email.toLowerCase());
    if (person && !person.guest) return [{ id: person.id, email, deputy }];
    found.push(problem(kern.slug, person ? "officer-is-guest" : "officer-unknown", email));
    return [];
  });
  if (owners.length > mostOwners) found.push(problem(kern.slug, "too-many-owners", kern.name));
  return owners.slice(0, mostOwners);
}

/** Teams that are to end: theme teams that left the file, or all of them when the municipality leaves. Archived, never deleted. */
function retired({ themes, leaving }: Order, recorded: Recorded): Step[] {
  const ends = (kern: string) => leaving || (themes && kern.startsWith(themePrefix) && !themes.includes(kern));
  return recorded.all("team").flatMap(({ key: kern, graphId, details }): Step[] => {
    if (!ends(kern) || !graphId || details.archived) return [];
    return [{ kern, do: "archive-team", teamId: graphId, text: steps.archiveTeam(details.name ?? kern) }];
  });
}
