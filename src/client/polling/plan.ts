/** A poll in the making, as it stands in the fields of the wizard; and read back from a draft. Pure. */

export const kinds = ["for-against", "one", "several", "order", "budget", "consent", "scores"] as const;
export type Kind = (typeof kinds)[number];

export interface PlanOption {
  /** Its name while it is edited; the ballot numbers options itself. */
  key: string;
  label: string;
  summary: string;
  /** Euros, as typed. */
  cost: string;
  theme: string;
  proposal: string | null;
  photo: string | null;
  place: { latitude: number; longitude: number } | null;
  /** What the experts said; `unknown` until they have. */
  feasible: "unknown" | "yes" | "no";
  reason: string;
  by: string;
}

/** Numbers are kept as typed; an empty one means: the usual. Times are Dutch local times ("2026-12-01T20:00"), days "2026-12-01". */
export interface PlanFields {
  kind: Kind;
  question: string;
  explanation: string;
  /** The one proposal that the whole question is about. */
  proposal: string;
  options: PlanOption[];
  /** Whether experts judge the plans before the vote. */
  judging: boolean;
  budget: string;
  /** Per theme the most it may spend, in euros as typed. */
  caps: Record<string, string>;
  /** Sets of plans (keys) of which at most one can win. */
  exclusive: string[][];
  budgetRule: "equal-shares" | "most-votes" | "votes-per-cost";
  ballot: "approval" | "knapsack" | "points" | "ranking";
  misfit: "skip" | "stop";
  threshold: string;
  ranked: "schulze" | "irv" | "stv" | "borda";
  seats: string;
  min: string;
  max: string;
  top: string;
  share: "half" | "two-thirds";
  of: "votes" | "roll";
  quorum: string;
  level: "usual" | "0" | "1" | "2";
  showNames: boolean;
  assurance: "mail" | "address" | "letter";
  per: "person" | "household";
  minAge: string;
  atOnce: boolean;
  opensAt: string;
  closesAt: string;
  proposalsUntil: string;
  judgedUntil: string;
  decidedBy: string;
}

export const emptyPlan: PlanFields = {
  kind: "for-against",
  question: "",
  explanation: "",
  proposal: "",
  options: [],
  judging: false,
  budget: "",
  caps: {},
  exclusive: [],
  budgetRule: "equal-shares",
  ballot: "approval",
  misfit: "skip",
  threshold: "",
  ranked: "schulze",
  seats: "",
  min: "",
  max: "",
  top: "",
  share: "half",
  of: "votes",
  quorum: "",
  level: "usual",
  showNames: false,
  assurance: "mail",
  per: "person",
  minAge: "",
  atOnce: true,
  opensAt: "",
  closesAt: "",
  proposalsUntil: "",
  judgedUntil: "",
  decidedBy: "",
};

export const emptyOption = (key: string): PlanOption => ({
  key,
  label: "",
  summary: "",
  cost: "",
  theme: "",
  proposal: null,
  photo: null,
  place: null,
  feasible: "unknown",
  reason: "",
  by: "",
});

/** Forms that bring their own options. */
export const isFixed = (kind: Kind): boolean => kind === "for-against" || kind === "consent";

/** What is on the ballot: every plan but those that cannot be done, and but lines that are still empty. */
export function onBallot({ options, judging }: Pick<PlanFields, "options" | "judging">): PlanOption[] {
  return options.filter(({ label, feasible }) => label.trim() !== "" && !(judging && feasible === "no"));
}

/** Plans that experts found impossible: told, not voted on. */
export function leftOff({ options, judging }: Pick<PlanFields, "options" | "judging">): PlanOption[] {
  return options.filter(({ label, feasible }) => judging && label.trim() !== "" && feasible === "no");
}

export function themesOf(options: readonly PlanOption[]): string[] {
  return [...new Set(options.map(({ theme }) => theme.trim()).filter((theme) => theme !== ""))].sort();
}

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const sameShape = (given: unknown, usual: unknown) =>
  typeof given === typeof usual && Array.isArray(given) === Array.isArray(usual) && given !== null;

/** `usual` with what is given in its place where that has the same shape: a draft of an older version may lack or add anything. */
function filled<Fields extends object>(usual: Fields, given: unknown): Fields {
  if (!isRecord(given)) return usual;
  const known = Object.entries(usual).map(([name, value]) => [name, sameShape(given[name], value) ? given[name] : value]);
  return Object.fromEntries(known) as Fields;
}

/** The fields in a draft's content. */
export function readPlan(content: Json): PlanFields {
  const plan = filled(emptyPlan, content["fields"]);
  const options = plan.options.map((given: unknown, at) => {
    const option = filled(emptyOption(`plan-${at}`), given);
    const { proposal, photo, place } = isRecord(given) ? given : {};
    return {
      ...option,
      proposal: typeof proposal === "string" ? proposal : null,
      photo: typeof photo === "string" ? photo : null,
      place: isPlace(place) ? place : null,
    };
  });
  const exclusive = plan.exclusive.filter((set: unknown) => Array.isArray(set) && set.every((key) => typeof key === "string"));
  const caps = Object.fromEntries(Object.entries(plan.caps).filter(([, cap]) => typeof cap === "string"));
  return { ...plan, kind: kinds.includes(plan.kind) ? plan.kind : "for-against", options, exclusive, caps };
}

function isPlace(value: unknown): value is { latitude: number; longitude: number } {
  return isRecord(value) && typeof value["latitude"] === "number" && typeof value["longitude"] === "number";
}
