import { describe, expect, test } from "@jest/globals";
import { type ElectionFile, readElectionFile, recogniseFormat } from "../../src/voting/formats/election-file.ts";
import { type TallyWish, tallyFile, tallyRules } from "../../src/voting/formats/tally-file.ts";
import { fixture } from "../support/elections.ts";

function opened(name: string, text: string): ElectionFile {
  const file = readElectionFile(name, text);
  if ("fault" in file) throw new Error(file.fault.en);
  return file;
}
function tally(name: string, text: string, wish: TallyWish) {
  const tallied = tallyFile(opened(name, text), wish);
  if ("refused" in tallied) throw new Error(tallied.refused.en);
  return tallied.report;
}

const budget = (type: string, votes: string, more = "") =>
  `META\nkey;value\nbudget;100.50\nvote_type;${type}\nPROJECTS\nproject_id;cost;name\nL2;60;Bank\n7;50,5;Brug\n11;40.5;Wip\nVOTES\nvoter_id;vote${more}\n${votes}`;
const approvals = budget("approval", "1;7,L2\n2;7\n3;11\n4;\n");
const rankings = budget("ordinal", "1;7,L2\n2;L2,7\n3;11,7\n4;7\n");
const blt = '3 2\n3 1 2 0\n2 2 0\n1 3 2 0\n0\n"A"\n"B"\n"C"\n"T"';

describe("the format of a file", () => {
  test.each([
    ["a.pb", "", "pb"],
    ["A.BLT", "", "blt"],
    ["a.toc", "", "toc"],
    ["a.soi", "", "soi"],
    ["download", approvals, "pb"],
    ["download", blt, "blt"],
    ["download", "# FILE NAME: x\n# DATA TYPE: soc\n", "soc"],
    ["download.txt", fixture("burlington-2009.toi"), "toi"],
    ["download", "hello", undefined],
    ["", "", undefined],
  ])("%s is told by its name or how it begins", (name, text, format) => {
    expect(recogniseFormat(name, text)).toBe(format);
  });
  test("an unknown file is a fault that names what can be read", () => {
    const file = readElectionFile("ballots.xlsx", "PK");
    expect(file).toMatchObject({ fault: { line: 1, column: 1 } });
    expect("fault" in file && file.fault.en).toContain(".pb");
  });
  test("a broken budget file tells the place in both languages", () => {
    const file = readElectionFile("a.pb", approvals.replace("3;11", "3;12"));
    expect(file).toMatchObject({ fault: { line: 14, column: 3, en: "Expected: the id of a project in PROJECTS." } });
  });
});

describe("a report", () => {
  test("of a budget names the winners in the order of the file, in the money of the file", () => {
    expect(tally("a.pb", approvals, { rule: "most-votes" })).toEqual({
      rule: "most-votes",
      winners: ["7", "11"],
      cost: 91,
      voters: 4,
      votersWithNoWinner: 1,
      ties: [],
    });
  });
  test("of a ranking counts stages with the ids of the file", () => {
    expect(tally("a.blt", blt, { rule: "stv" })).toMatchObject({
      winners: ["1", "2"],
      cost: 0,
      voters: 6,
      stages: [
        { action: "first preferences", votes: { "1": "3.00000", "2": "2.00000", "3": "1.00000" } },
        { action: "exclude 3", votes: { "1": "3.00000", "2": "3.00000", "3": "0.00000" } },
      ],
    });
  });
  test("takes the seats of the file for STV, one otherwise, and what is asked above all", () => {
    const winners = (wish: TallyWish) => tally("a.blt", blt, wish).winners;
    expect(winners({ rule: "stv", seats: 1 })).toHaveLength(1);
    expect(winners({ rule: "schulze" })).toHaveLength(1);
    expect(winners({ rule: "borda", seats: 3 })).toHaveLength(3);
    expect(winners({ rule: "irv" })).toHaveLength(1);
  });
  test("of a budget with rankings can be counted by ranks, costs added up", () => {
    expect(tally("a.pb", rankings, { rule: "schulze" })).toMatchObject({
      winners: ["7"],
      cost: 50.5,
      ranking: [["7"], ["L2"], ["11"]],
    });
  });
  test("of approvals: the most marks, at least the threshold", () => {
    expect(tally("a.pb", approvals, { rule: "approval", seats: 3, threshold: 2 })).toMatchObject({ winners: ["7"], cost: 50.5 });
  });
  test.each([
    ["a.toi", "2: {1,2}\n1: 2", { 2: 3, 1: 2 }, ["2"]],
    ["a.toc", "2: {1,2},3\n1: 2,{1,3}", { 2: 3, 1: 2 }, ["2"]],
  ])("of %s reads rankings as approvals", (name, ballots, _, winners) => {
    const names = [1, 2, 3].map((number) => `# ALTERNATIVE NAME ${number}: ${number}`).join("\n");
    const report = tally(name, `# NUMBER ALTERNATIVES: 3\n${names}\n${ballots}\n`, { rule: "approval" });
    expect(report.winners).toEqual(winners);
    expect(report.ranking).toEqual([["2"], ["1"], ["3"]]);
  });
});

test.each(tallyRules)("%s says so when the file cannot be counted by it", (rule) => {
  const isBudget = rule === "most-votes" || rule === "votes-per-cost" || rule === "equal-shares";
  const tallied = tallyFile(isBudget ? opened("a.blt", blt) : opened("a.pb", approvals), { rule });
  expect("refused" in tallied).toBe(rule !== "approval");
  if ("refused" in tallied) expect(tallied.refused.nl).not.toBe(tallied.refused.en);
});
