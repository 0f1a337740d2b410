import { expect, test } from "@jest/globals";
import { verifyExport } from "../../src/verifier/index.ts";
import { kinds, sampleExport } from "../support/sample-exports.ts";

const states = (checks: readonly { check: string; state: string }[]) => checks.map(({ check, state }) => `${check} ${state}`);
const all = ["form", "definition", "log", "commitments", "keys", "passes", "choices", "roll", "paper", "result", "brought"];

test.each(kinds.flatMap((kind) => [1, 2].map((level) => [kind[0], level as 1 | 2, kind] as const)))(
  "a right export of %s at level %i is sound in every check",
  async (_, level, kind) => {
    const { file, receiptFor } = sampleExport(kind, level);
    const brought = { heads: file.heads, receipts: file.log.slice(0, 3).map(receiptFor) };
    const verdict = await verifyExport(file, brought);
    expect(verdict.fault).toBeNull();
    expect(states(verdict.checks)).toEqual(
      all.map((check) => `${check} ${check === "passes" && level === 1 ? "not-checked" : "passed"}`),
    );
    expect(verdict.recounted?.outcome).toEqual(file.result.outcome);
    expect(verdict.checks[4]).toMatchObject({ figures: { casters: 24, replaced: 3 } });
  },
);

test.each(kinds.map((kind) => [kind[0], kind] as const))(
  "an export of %s with fewer than ten ballots holds totals only, and the verifier says what it could not check",
  async (_, kind) => {
    const { file } = sampleExport(kind, 1, {}, 5);
    expect(file.slips).toBeNull();
    const verdict = await verifyExport(file);
    expect(verdict.fault).toBeNull();
    const unchecked = verdict.checks.filter(({ state }) => state === "not-checked");
    expect(unchecked.map(({ check }) => check)).toEqual(["commitments", "keys", "passes", "choices", "brought"]);
    expect(verdict.checks.find(({ check }) => check === "result")).toMatchObject({ state: "passed", partly: "fewer-than-ten" });
  },
);

test("a poll in which nobody took part verifies too", async () => {
  const [kind] = kinds;
  if (!kind) throw new Error("no kind");
  const { file } = sampleExport(kind, 1, { batches: [], paper: [] });
  const verdict = await verifyExport(file);
  expect(verdict.fault).toBeNull();
  expect(verdict.published?.ballots).toBe(0);
});

test("progress is told, and never more than there is", async () => {
  const [kind] = kinds;
  if (!kind) throw new Error("no kind");
  const told: { check: string; done: number; total: number }[] = [];
  await verifyExport(sampleExport(kind, 2).file, {}, (progress) => told.push(progress));
  expect(new Set(told.map(({ check }) => check)).size).toBeGreaterThan(8);
  expect(told.every(({ done, total }) => done <= total)).toBe(true);
});
