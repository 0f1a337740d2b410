/** Finding one's own vote in the public log, looking for a plan among many, and who is kept out of the booth. */
import { expect, test } from "@jest/globals";
import { type Barrier, barrierOf } from "../../src/client/voting/barrier.ts";
import { foundPlans, themesOf } from "../../src/client/voting/find-plans.ts";
import { fingerprintOf, makeSeed, makeSlip } from "../../src/client/voting/slip.ts";
import { nextBatchFrom, standingOf } from "../../src/client/voting/vote-standing.ts";
import type { PollView } from "../../src/voting/contract.ts";

const poll = "3f0c6f1e-6a0e-4b8e-9d5e-0a6f6f3f7c21";
const slip = makeSlip(makeSeed(), 1, { chosen: ["for"] });
const other = makeSlip(makeSeed(), 1, { chosen: ["against"] });
const { commitment } = fingerprintOf(poll, slip);
const log = [fingerprintOf(poll, other).commitment, commitment];

test("a vote is in the log at its place, with its content once ballots are published", () => {
  expect(standingOf(commitment, { poll, log }, false, null)).toEqual({ is: "in-log", place: 2, content: null });
  expect(standingOf(commitment, { poll, log }, true, [other, slip])).toEqual({ is: "in-log", place: 2, content: true });
});

test("a ballot that was changed, in whatever part, is told", () => {
  const changed = [{ ...slip, choice: { chosen: ["against"] } }, { ...slip, version: 2 }, { ...slip, salt: other.salt }, other];
  for (const each of changed)
    expect(standingOf(commitment, { poll, log }, true, [other, each])).toMatchObject({ is: "in-log", content: false });
  expect(standingOf(commitment, { poll, log }, true, [other])).toMatchObject({ content: false });
});

test("a vote that is not in the log yet waits; after the count it is missing", () => {
  expect(standingOf(commitment, { poll, log: [] }, false, null)).toEqual({ is: "waiting" });
  expect(standingOf(commitment, { poll, log: log.slice(0, 1) }, true, [other])).toEqual({ is: "missing" });
});

test("the next batch comes at a whole quarter since the opening, or at the closing when that is sooner", () => {
  const opens = Date.parse("2026-12-01T19:03:00Z");
  const at = (minutes: number) => opens + minutes * 60_000;
  expect([at(0), at(1), at(14.9), at(15), at(29)].map((now) => nextBatchFrom(now, opens, at(600)))).toEqual(
    [15, 15, 15, 30, 30].map(at),
  );
  expect(nextBatchFrom(at(50), opens, at(52))).toBe(at(52));
});

const plan = (label: string, theme: string | null = null, summary = "") => ({ label, theme, summary });

test("plans are found by every word, wherever it stands, without accents and capitals", () => {
  const plans = [
    plan("Café op de dijk", "Ontmoeten"),
    plan("Bankjes", "Groen", "Langs de DIJK, bij het cafe"),
    plan("AED", "Veilig"),
  ];
  const labels = (words: string, theme = "") => foundPlans(plans, { words, theme }).map(({ label }) => label);
  expect(labels("cafe dijk")).toEqual(["Café op de dijk", "Bankjes"]);
  expect(labels("dijk", "Groen")).toEqual(["Bankjes"]);
  expect(labels("  ")).toHaveLength(3);
  expect(labels("zwembad")).toEqual([]);
  expect(themesOf([...plans, plan("Boom", "Groen"), plan("Iets")])).toEqual(["Groen", "Ontmoeten", "Veilig"]);
});

test.each<[Barrier | null, Partial<PollView>, boolean]>([
  [null, {}, false],
  [null, { hasVoted: true }, true],
  ["voted-elsewhere", { hasVoted: true }, false],
  ["pass-elsewhere", { hasVoted: true, level: 2 }, false],
  ["household", { hasVoted: true, sharesPlaceWith: 1 }, false],
  [null, { hasVoted: true, level: 0 }, false],
  ["not-on-roll", { onRoll: false }, false],
  ["letter-needed", { onRoll: false, electorate: { assurance: "letter", per: "person", minAge: null } }, false],
  ["planned", { state: "planned" }, false],
  ["closed", { state: "closed", hasVoted: true }, true],
])("who is kept out hears why: %s", (barrier, standing, here) => {
  const open = {
    state: "open",
    level: 1,
    onRoll: true,
    hasVoted: false,
    sharesPlaceWith: 0,
    electorate: { assurance: "mail", per: "person", minAge: null },
  } as const;
  expect(barrierOf({ ...open, ...standing }, here)).toBe(barrier);
});
