/** One export per form and rule, on both levels, with replaced slips, several batches, paper and extensions. */
import type { BallotForm, Choice, CountingRule, DefinedOption } from "../../src/voting/counting/poll.ts";
import { type Keys, makeExport, makeKeys, option, type Wanted } from "./make-export.ts";

const plans = [
  option("1", 300_000, "groen"),
  option("2", 120_000, "groen"),
  option("bank", 80_000),
  option("a-brug", 450_000, "verkeer"),
];
const ids = plans.map(({ id }) => id);
const fixed = (...names: string[]) => names.map((name) => option(name));
const terms = { budget: 500_000, threshold: 2, minScore: 0, themeCaps: { groen: 350_000 }, exclusive: [["1", "a-brug"]] };

type Kind = [
  name: string,
  form: BallotForm,
  count: CountingRule,
  options: readonly DefinedOption[],
  choose: (n: number) => Choice,
];
const subset = (n: number) => ids.filter((_, at) => ((n % 15) + 1) & (1 << at));
const order = (n: number) => ids.map((_, at) => ids[(at * 3 + n) % 4] ?? "").slice(0, (n % 4) + 1);

export const kinds: readonly Kind[] = [
  [
    "for and against",
    { kind: "for-against-abstain" },
    { rule: "majority", share: "two-thirds", of: "votes", quorum: 10 },
    fixed("for", "against", "abstain"),
    (n) => ({ chosen: [n % 5 === 0 ? "against" : n % 7 === 0 ? "abstain" : "for"] }),
  ],
  [
    "half of the roll",
    { kind: "for-against-abstain" },
    { rule: "majority", share: "half", of: "roll", quorum: 0 },
    fixed("for", "against", "abstain"),
    (n) => ({ chosen: [n % 5 === 0 ? "against" : "for"] }),
  ],
  [
    "consent",
    { kind: "consent" },
    { rule: "consent", quorum: 5 },
    fixed("consent", "objection", "abstain"),
    (n) => ({ chosen: [n % 6 === 0 ? "abstain" : "consent"] }),
  ],
  ["single", { kind: "single" }, { rule: "plurality", seats: 1 }, plans, (n) => ({ chosen: [ids[n % 4] ?? ""] })],
  ["multiple", { kind: "multiple", min: 1, max: 4 }, { rule: "plurality", seats: 2 }, plans, (n) => ({ chosen: subset(n) })],
  [
    "approval",
    { kind: "approval", max: null },
    { rule: "approval", seats: 2 },
    plans,
    (n) => ({ chosen: n % 9 === 0 ? [] : subset(n) }),
  ],
  [
    "score",
    { kind: "score", max: 5 },
    { rule: "score", seats: 1 },
    plans,
    (n) => ({ points: { "2": n % 6, bank: (n * 2) % 6 } }),
  ],
  [
    "points",
    { kind: "points", total: 10, perOption: 6 },
    { rule: "points", seats: 1 },
    plans,
    (n) => ({ points: { "1": (n % 4) + 1, bank: 6 } }),
  ],
  ...(["irv", "stv", "schulze", "borda"] as const).map(
    (rule): Kind => [
      rule,
      { kind: "ranking", max: null },
      { rule, seats: rule === "stv" ? 2 : 1 },
      plans,
      (n) => ({ ranking: order(n) }),
    ],
  ),
  [
    "budget by votes",
    { kind: "approval", max: null },
    { rule: "most-votes", misfit: "skip", ...terms },
    plans,
    (n) => ({ chosen: subset(n) }),
  ],
  [
    "budget by votes per cost",
    { kind: "knapsack" },
    { rule: "votes-per-cost", misfit: "stop", ...terms },
    plans,
    (n) => ({ chosen: n % 2 ? ["1", "2", "bank"] : ["a-brug"] }),
  ],
  [
    "equal shares",
    { kind: "approval", max: 3 },
    { rule: "equal-shares", utility: "cost", completion: "add1+votes", ...terms },
    plans,
    (n) => ({ chosen: subset(n).slice(0, 3) }),
  ],
  [
    "equal shares of points",
    { kind: "points", total: 10, perOption: null },
    { rule: "equal-shares", utility: "points", completion: "votes", ...terms },
    plans,
    (n) => ({ points: { bank: (n % 9) + 1, "2": 1 } }),
  ],
  [
    "budget by ranking",
    { kind: "ranking", max: 3 },
    { rule: "most-votes", misfit: "skip", ...terms },
    plans,
    (n) => ({ ranking: order(n).slice(0, 3) }),
  ],
];

let keys: Keys | undefined;

/** `voters` of whom every ninth votes again, in two batches or more; paper: three ballots and one spoiled, then one. */
export function sampleExport([, form, count, options, choose]: Kind, level: 1 | 2, more: Partial<Wanted> = {}, voters = 24) {
  keys ??= makeKeys();
  const slips = Array.from({ length: voters }, (_, n) => ({ voter: `v${n}`, version: 1, choice: choose(n) }));
  const again = slips.flatMap((slip, n) => (n % 9 === 2 ? [{ ...slip, version: n % 2 ? 2 : 3, choice: choose(n + 1) }] : []));
  const batches = voters < 20 ? [[...slips, ...again]] : [slips.slice(0, 20), [...slips.slice(20), ...again]];
  return makeExport({
    keys,
    level,
    form,
    count,
    options,
    batches,
    paper: [
      { choices: [choose(40), choose(41), choose(42)], spoiled: 1 },
      { choices: [choose(43)], spoiled: 0 },
    ],
    extensions: [
      { closesAt: "2026-12-09T20:00:00.000Z", reason: "Storing" },
      { closesAt: "2026-12-10T20:00:00.000Z", reason: "Nog een" },
    ],
    ...more,
  });
}
