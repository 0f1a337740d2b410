/** Why a plan of a village budget is funded or not, in words that carry the count's own figures. */
import { expect, test } from "@jest/globals";
import { countBudget } from "../../../src/voting/counting/budget.ts";
import type { Reason } from "../../../src/voting/counting/budget-rules.ts";
import { explainBudget } from "../../../src/voting/counting/budget-words.ts";

const options = [
  { id: "bench", label: "Bankje", cost: 20_000 },
  { id: "lamp", label: "Lantaarn", cost: 60_000 },
  { id: "tree", label: "Boom", cost: 10_000 },
  { id: "pool", label: "Zwembad", cost: 900_000 },
];
const label = (id: string) => options.find((option) => option.id === id)?.label ?? id;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a real count says who paid what and what lacked", () => {
  const mark = (...marked: number[]) => ({ count: 4, options: marked, points: marked.map(() => 1) });
  const outcome = countBudget(
    { options, ballots: [mark(0, 2), mark(0), mark(1)] },
    { rule: "equal-shares", budget: 60_000, utility: "votes", completion: "none", currencyUnit: 100 },
    [0, 1, 2, 3],
  );
  const said = explainBudget(outcome, { rule: "equal-shares", perPoint: false, label }).map((each) => plain(each.said.nl));
  expect(said).toEqual([
    "8 stemmen. Gehaald: wie ervoor koos, betaalt het samen, ieder € 25.",
    "4 stemmen. Niet gehaald: wie ervoor koos, had samen nog € 200. Dat is € 400 te weinig.",
    "4 stemmen. Gehaald: wie ervoor koos, betaalt het samen, ieder € 25.",
    "0 stemmen. Niet gehaald: niemand koos dit plan.",
  ]);
});

const amount = (rounded: number) => ({ exact: String(rounded), rounded });
const reasons: Reason[] = [
  { code: "by-votes" },
  { code: "withdrawn" },
  { code: "below-threshold", votes: 3, needed: 5 },
  { code: "below-score", score: 3, needed: 9 },
  { code: "over-budget", missing: 84_050 },
  { code: "theme-full", theme: "Groen", cap: 50_000, spent: 40_000, missing: 12_300 },
  { code: "excluded-by", winner: "bench" },
  { code: "did-not-fit", left: 40_000, missing: 20_000 },
  { code: "supporters-short", had: amount(12_345), missing: amount(7_655) },
  { code: "stopped", at: "lamp" },
];

test.each(reasons)("each reason is one sentence in both languages, with its figures: $code", (reason) => {
  const project = { id: "tree", cost: 10_000, votes: 1, score: 1, elected: reason.code === "by-votes", reason };
  for (const rule of ["most-votes", "votes-per-cost", "equal-shares"] as const) {
    const [line] = explainBudget({ projects: [project] }, { rule, perPoint: false, label });
    const nl = plain(line?.said.nl ?? "");
    expect(nl).toMatch(/^1 stem\. (Gehaald|Niet gehaald): .+\.$/);
    expect(line?.said.en).toMatch(/^1 vote\. (Funded|Not funded): .+\.$/);
    expect(nl.includes("Niet gehaald")).toBe(!project.elected);
    if ("missing" in reason && typeof reason.missing === "number")
      expect(nl).toContain((reason.missing / 100).toLocaleString("nl-NL"));
    if ("needed" in reason) expect(nl).toContain(String(reason.needed));
  }
});

test("where points count, the price is for a point and the points are told", () => {
  const payment = { rho: "1", price: amount(250), paidInFull: 3, paidRest: 2, restPaid: amount(300) };
  const project = {
    id: "tree",
    cost: 10_000,
    votes: 5,
    score: 21,
    elected: true,
    reason: { code: "equal-shares" as const },
    payment,
  };
  const [line] = explainBudget({ projects: [project] }, { rule: "equal-shares", perPoint: true, label });
  expect(plain(line?.said.nl ?? "")).toBe(
    "21 punten van 5 kiezers. Gehaald: wie ervoor koos, betaalt het samen, ieder € 2,50 per punt; 2 van hen gaven alles wat ze nog hadden.",
  );
});
