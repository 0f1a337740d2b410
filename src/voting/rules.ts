/** Pure rules of polls: what may be asked, when one may vote, what is shown of the count. */
import type { OptionView, PollPlan, PollState, SecrecyLevel, TallyView } from "./contract.ts";
import { canonicalJson } from "./counting/canonical.ts";
import { formFits } from "./counting/choices.ts";
import type { BallotForm, CountingRule, DefinedOption } from "./counting/poll.ts";
import { sha256 } from "./signing.ts";

/**
 * How long after the closing time the count starts. A ballot that reached the server in time but is still on its way to the
 * database has these seconds; after them nothing can be on its way (the ballot box gives up sooner, see ballot-box.ts).
 */
export const closingGraceMs = 10_000;

/** Below this number of voters no turnout is shown while the poll runs, and no shares afterwards (reference voting.md 2). */
export const smallestShownGroup = 10;

/** docs/ballot-format.md, 7: slips enter the log together, so many at least, so long after the batch before. */
export const batchRules = { fewest: 20, everyMs: 15 * 60_000 };

export interface PollTimes {
  state: PollState;
  opensAt: Date;
  closesAt: Date;
}

type FixedForm = Extract<BallotForm["kind"], "for-against-abstain" | "consent">;

/** Options of forms that bring their own; the label is the Dutch one, readers in English translate by id. */
export const fixedOptions: Readonly<Record<FixedForm, readonly { option: string; label: string }[]>> = {
  "for-against-abstain": [
    { option: "for", label: "Voor" },
    { option: "against", label: "Tegen" },
    { option: "abstain", label: "Onthouding" },
  ],
  consent: [
    { option: "consent", label: "Geen bezwaar" },
    { option: "objection", label: "Bezwaar" },
    { option: "abstain", label: "Onthouding" },
  ],
};

const isFixed = (kind: BallotForm["kind"]): kind is FixedForm => kind in fixedOptions;

/** Options as they are stored: fixed ids, so that a label can never be confused with another. */
export function optionsFor(form: BallotForm, given: PollPlan["options"]): OptionView[] {
  const bare = { summary: "", cost: 0, theme: null, proposal: null, photo: null, place: null };
  if (isFixed(form.kind)) return fixedOptions[form.kind].map((option) => ({ ...bare, ...option }));
  return given.map((option, index) => ({ option: `option-${index + 1}`, ...option }));
}

/** The usual rule of a form; null for a budget, where the amount must be said. */
export function usualRule({ kind }: BallotForm): CountingRule | null {
  if (kind === "for-against-abstain") return { rule: "majority", share: "half", of: "votes", quorum: 0 };
  if (kind === "consent") return { rule: "consent", quorum: 0 };
  if (kind === "single" || kind === "multiple") return { rule: "plurality", seats: 1 };
  if (kind === "ranking") return { rule: "schulze", seats: 1 };
  return kind === "knapsack" ? null : { rule: kind, seats: 1 };
}

/** How secret a poll is when nobody chose: with money at stake, secret from the municipality too. */
export function usualLevel(count: CountingRule): SecrecyLevel {
  return "budget" in count ? 2 : 1;
}

export interface PlanFault {
  path: string;
  message: string;
}

/** What is wrong with a plan beyond the shape of its parts. `count` and `level` are filled in. */
export function faultsOfPlan(plan: PollPlan, count: CountingRule, level: SecrecyLevel): PlanFault[] {
  const faults: PlanFault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message });
  const options = optionsFor(plan.form, plan.options);
  const ids = new Set(options.map(({ option }) => option));
  if (Date.parse(plan.closesAt) <= Date.parse(plan.opensAt)) fault("closesAt", "closes-before-it-opens");
  if (!isFixed(plan.form.kind)) {
    if (options.length < 2) fault("options", "two-options-needed");
    if (new Set(options.map(({ label }) => label.toLowerCase())).size < options.length) fault("options", "options-must-differ");
  }
  if (!formFits(plan.form, count)) fault("count", "rule-does-not-fit");
  if (plan.form.kind === "multiple" && (plan.form.min > plan.form.max || plan.form.max > options.length))
    fault("form.max", "wrong-number");
  if ("seats" in count && count.seats >= Math.max(2, options.length)) fault("count.seats", "wrong-number");
  if ("budget" in count) {
    const themes = new Set(options.flatMap(({ theme }) => theme ?? []));
    if (count.budget === 0) fault("count.budget", "budget-needed");
    for (const [index, { cost }] of options.entries()) if (cost === 0) fault(`options.${index}.cost`, "cost-needed");
    if (Object.keys(count.themeCaps).some((theme) => !themes.has(theme))) fault("count.themeCaps", "unknown-theme");
    if (count.exclusive.some((set) => new Set(set).size < set.length || set.some((option) => !ids.has(option))))
      fault("count.exclusive", "unknown-option");
  } else for (const [index, { cost }] of options.entries()) if (cost > 0) fault(`options.${index}.cost`, "cost-without-budget");
  const { assurance, per } = plan.electorate;
  if (level === 0 && (assurance === "letter" || per === "household")) fault("electorate", "electorate-needs-secret");
  if (per === "household" && assurance === "mail") fault("electorate.per", "household-needs-address");
  if (plan.electorate.memberBy !== undefined && Date.parse(plan.electorate.memberBy) > Date.parse(plan.opensAt))
    fault("electorate.memberBy", "member-by-too-late");
  if (plan.showNames && (level !== 0 || !isSingle(plan.form))) fault("showNames", "names-only-in-open-polls");
  return faults;
}

/** Whether a ballot names one option. */
const isSingle = ({ kind }: BallotForm): boolean => kind === "single" || isFixed(kind);

/** What a reader should be told. A poll is open once its roll stands, and closed by the clock. */
export function stateAt(poll: PollTimes, now: Date): PollState {
  if (poll.state === "planned") return "planned";
  return poll.state === "closed" || now >= poll.closesAt ? "closed" : "open";
}

/** Turnout and other numbers of voters as they may be shown while a poll runs. */
export function shownTurnout(voters: number): number | null {
  return voters >= smallestShownGroup ? voters : null;
}

export const definedOption = ({ option, label, summary, cost, theme }: OptionView): DefinedOption => ({
  id: option,
  label,
  summary,
  cost,
  theme,
});

/** Hex SHA-256 of the canonical JSON of a definition, or of what is fixed of a poll of level 0. */
export function frozenHash(definition: Parameters<typeof canonicalJson>[0]): string {
  return sha256(canonicalJson(definition)).toString("hex");
}

/**
 * Who leads: the winners in the order of election; where one was asked for, all that equal it in votes (the lot chose among them).
 */
export function leadingOptions(tally: Pick<TallyView, "counts">, winners: readonly string[], count: CountingRule): string[] {
  const single = count.rule === "plurality" && count.seats === 1;
  const votesOf = (option: string) => tally.counts.find((one) => one.option === option)?.votes ?? 0;
  if (count.rule === "majority") return mostOf(tally.counts.filter(({ option }) => option !== "abstain"));
  const [first] = winners;
  if (!single || first === undefined) return [...winners];
  return tally.counts.filter(({ votes }) => votes === votesOf(first)).map(({ option }) => option);
}

function mostOf(counts: TallyView["counts"]): string[] {
  const most = Math.max(0, ...counts.map(({ votes }) => votes));
  return most === 0 ? [] : counts.filter(({ votes }) => votes === most).map(({ option }) => option);
}
