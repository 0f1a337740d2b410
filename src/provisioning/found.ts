/** What a look found, and which of its steps an apply may take. Pure. */
import { driftKindOf, neverAccepted } from "../kernen/index.ts";
import type { Found, FoundStep, Order, Part, Plan, Sign, Status, Step } from "./contract.ts";
import { partOf } from "./plan.ts";
import { driftFound } from "./sayings.ts";

/** Told by the deed alone: whether it makes, changes, takes away or only writes down. */
export function signOf({ do: deed }: Step): Sign {
  if (deed === "note") return "=";
  if (/^(archive|remove)/.test(deed)) return "-";
  return /^(rename|change|upgrade|unarchive|await)/.test(deed) ? "~" : "+";
}

/** By what a step is known again in a later plan: its kern, its deed and what it is about. */
export function identityOf(step: Step): string {
  const about = Object.entries(step)
    .filter(([name, value]) => /^(key|teamId|channelId|tabId|personId|email)$/.test(name) && typeof value === "string")
    .map(([, value]) => value);
  return [step.kern, step.do, ...about].join(" ");
}

/** Without what Kernplein cannot do without: those are put right, never accepted. */
export function isAcceptable(what: string): boolean {
  const kind = driftKindOf(what);
  return kind !== undefined && !neverAccepted.includes(kind);
}

/** Teams that left the file and are still to be archived come after those of the order. */
export function foundFrom({ steps, problems }: Plan, status: Status, { kernen }: Order): Found {
  const drift = new Map(status.drift.map((one) => [`${one.kern} ${one.what}`, one]));
  const left = [...new Set(steps.map(({ kern }) => kern))].filter((kern) => !kernen.some(({ slug }) => slug === kern));
  return {
    kernen: [...status.kernen, ...left.map((kern) => ({ kern, name: kern, state: "unfinished" as const }))],
    steps: steps.map((step): FoundStep => {
      const { kern, text, drift: what } = step;
      const { since = null, repairedByItself = false } = drift.get(`${kern} ${what}`) ?? {};
      return {
        kern,
        identity: identityOf(step),
        sign: signOf(step),
        part: partOf(step),
        text,
        drift:
          what === undefined ? null : { what, found: driftFound(what), since, repairedByItself, acceptable: isAcceptable(what) },
      };
    }),
    problems,
  };
}

export interface Scope {
  /** Slugs; null: all of them. */
  kernen: readonly string[] | null;
  part: Part | null;
}

/** The steps of these kernen and of this part; null stands for all. */
export function inScope(steps: readonly FoundStep[], { kernen, part }: Scope): FoundStep[] {
  return steps.filter((step) => (kernen?.includes(step.kern) ?? true) && (part === null || step.part === part));
}

/** Whether an apply may take this step: of what takes something away only what was agreed to. */
export function mayTake(step: Step, { kernen }: Pick<Scope, "kernen">, agreed: readonly string[]): boolean {
  if (kernen && !kernen.includes(step.kern)) return false;
  return signOf(step) !== "-" || agreed.includes(identityOf(step));
}

/** The same plan as it is after these differences were accepted. */
export function withoutAccepted(found: Found, accepted: readonly { kern: string; what: string }[]): Found {
  const isLeft = ({ kern, drift }: FoundStep) =>
    drift === null || !accepted.some((one) => one.kern === kern && one.what === drift.what);
  const steps = found.steps.filter(isLeft);
  const kernen = found.kernen.map((one) => {
    const own = steps.filter(({ kern }) => kern === one.kern);
    if (one.state !== "differs" || own.some(({ drift }) => drift !== null)) return one;
    const unfinished = own.length > 0 || found.problems.some(({ kern }) => kern === one.kern);
    return { ...one, state: unfinished ? ("unfinished" as const) : ("as-wanted" as const) };
  });
  return { ...found, kernen, steps };
}
