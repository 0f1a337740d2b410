/** Pabulib files as they are found in the wild: read, faulted with a place, written back. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parsePabulib, writePabulib } from "../../../src/voting/formats/pabulib.ts";
import { readPabulib } from "../../../src/voting/formats/pabulib-election.ts";
import { pabulibOf } from "../../../src/voting/formats/pabulib-export.ts";
import { elections } from "../budget/elections.ts";

const folder = new URL("../fixtures/budget/", import.meta.url);

function read(text: string) {
  const election = readPabulib(text);
  if ("fault" in election) throw new Error(`${election.fault.line}:${election.fault.column} ${election.fault.en}`);
  return election;
}

function faultOf(text: string) {
  const election = readPabulib(text);
  return "fault" in election ? election.fault : undefined;
}

const file = (votes: string, { type = "approval", budget = "100", columns = "voter_id;vote", projects = "" } = {}) =>
  `META\nkey;value\nbudget;${budget}\nvote_type;${type}\nPROJECTS\nproject_id;cost;name;selected\nL158;10;Bank;1\n7;20;Boom;0\n${projects}VOTES\n${columns}\n${votes}`;

describe("reading a Pabulib file", () => {
  test("a byte order mark, Windows line ends and empty lines change nothing", () => {
    const plain = file("1;L158,7\n2;7\n");
    const windows = `\uFEFF${plain.replaceAll("\n", "\r\n")}\r\n\r\n`;
    expect(read(windows).election).toEqual(read(plain).election);
    expect(read(plain).election.ballots).toEqual([
      { count: 1, options: [0, 1], points: [1, 1] },
      { count: 1, options: [1], points: [1] },
    ]);
  });

  test("a quoted field may hold semicolons, quotes and line ends", () => {
    const { election } = read(file("1;9\n", { projects: '9;5;"Zeg ""ja"";\nen doe mee";1\n' }));
    expect(election.options[2]?.label).toBe('Zeg "ja";\nen doe mee');
    expect(election.ballots[0]?.options).toEqual([2]);
  });

  test("a voter without marks is a voter, a plan marked twice is marked once", () => {
    expect(read(file("1;\n2;7,7,L158\n")).election.ballots).toEqual([
      { count: 1, options: [], points: [] },
      { count: 1, options: [0, 1], points: [1, 1] },
    ]);
  });

  test("points: 0 is no mark, decimals make all points whole, points given in parts are added up", () => {
    const { election, kind, pointUnit } = read(
      file("1;7,L158;0.5,2\n2;L158,7;0,3\n3;7,7;1,1\n", { type: "cumulative", columns: "voter_id;vote;points" }),
    );
    expect([kind, pointUnit]).toEqual(["points", 10]);
    expect(election.ballots.map(({ points }) => points)).toEqual([[20, 5], [30], [20]]);
    expect(election.ballots.map(({ options }) => options)).toEqual([[0, 1], [1], [1]]);
  });

  test("an ordinal ballot gives points by place and keeps its order", () => {
    const { election, ranked, kind } = read(file("1;7,L158\n2;L158\n", { type: "ordinal" }));
    expect(kind).toBe("ranking");
    expect(election.ballots.map(({ options, points }) => [options, points])).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [[0], [2]],
    ]);
    expect(ranked?.ballots[0]?.tiers).toEqual([[1], [0]]);
  });

  test("decimals in budget or costs make all money whole, and say how", () => {
    const { budget, unit, election } = read(file("1;7\n", { budget: "100,50", projects: "9;0.255;Cent;0\n" }));
    expect([budget, unit]).toEqual([100_500, 1000]);
    expect(election.options.map(({ cost }) => cost)).toEqual([10_000, 20_000, 255]);
  });

  test("a cost of 999999999 is a project withdrawn; selected may be 1, 2 or 3", () => {
    const { withdrawn, selected } = read(file("1;7\n", { projects: "9;999999999;Weg;0\n8;5;Extra;2\n6;5;Lot;3\n" }));
    expect(withdrawn).toEqual([2]);
    expect(selected).toEqual(["L158", "8", "6"]);
  });

  test("weights of paper and internet votes weigh the voters", () => {
    const { election, voterUnit } = read(file("1;7;1\n2;7;1.25\n", { columns: "voter_id;vote;weight" }));
    expect(voterUnit).toBe(100);
    expect(election.ballots.map(({ count }) => count)).toEqual([100, 125]);
  });

  test("Zurich's columns, shifted against their names, are kept as they stand and not read", () => {
    const zurich = parsePabulib(readFileSync(new URL("Switzerland_Zurich_S5.pb", folder), "utf8"));
    expect(zurich.votes.columns.slice(-4)).toEqual([
      "time_taken_seconds",
      "format_easiness",
      "format_expressiveness",
      "format_rank",
    ]);
    expect(zurich.votes.rows.at(-1)?.fields.slice(-4)).toEqual(["26", "9", "Extremely easy", "Clearly describes my preference"]);
  });
});

describe("a broken file is refused with its place", () => {
  test.each([
    ["an unknown project", file("1;L158,8\n"), 11, 8, "the id of a project"],
    ["a cost that is no number", file("1;7\n", { projects: "9;veel;Duur;0\n" }), 9, 3, "a number"],
    ["a negative cost", file("1;7\n", { projects: "9;-5;Duur;0\n" }), 9, 3, "a number"],
    ["a project that stands there twice", file("1;7\n", { projects: "7;5;Weer;0\n" }), 9, 1, "an id of its own"],
    ["a quote that is never closed", file("1;7\n", { projects: '9;5;"open;0\n' }), 9, 5, "a quote"],
    ["points that lack", file("1;L158,7;3\n", { type: "cumulative", columns: "voter_id;vote;points" }), 11, 10, "one number"],
    ["no amount at the budget", file("1;7\n", { budget: "" }), 3, 8, "an amount"],
    ["no budget", file("1;7\n").replace("budget;100\n", ""), 2, 1, "an amount"],
    ["no section of votes", file("").split("VOTES")[0] ?? "", 9, 1, "the section VOTES"],
    ["text before the first section", "hallo\n", 1, 1, "META"],
    ["a column that lacks", file("1;7\n", { columns: "voter_id;keuze" }), 10, 1, 'a column "vote"'],
    ["an empty file", "", 1, 1, "the section META"],
    ["a budget with hidden text", file("1;7\n", { budget: "12 euro" }), 3, 8, "an amount"],
  ])("%s", (_, text, line, column, expected) => {
    const fault = faultOf(text);
    expect(fault).toMatchObject({ line, column });
    expect(fault?.en).toContain(expected);
    expect(fault?.nl).toMatch(/^Verwacht: /);
  });

  test("any text at all gives an election or a fault, never an accident", () => {
    const scrap = fc.array(
      fc.constantFrom("META", "PROJECTS", "VOTES", "\n", ";", '"', "budget", "1", ",", "project_id;cost", "vote", "\r\n"),
    );
    fc.assert(
      fc.property(scrap, (parts) => {
        const fault = faultOf(parts.join(""));
        if (fault) expect(fault.line).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("writing a Pabulib file", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".pb"));
  test.each(names)("%s comes back byte for byte", (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    expect(writePabulib(parsePabulib(text))).toBe(text.replaceAll("\r\n", "\n").replace(/\n*$/, "\n"));
  });

  test("an election of ours comes back the same, names with quotes and line ends included", () => {
    fc.assert(
      fc.property(
        elections(),
        fc.string({ unit: fc.constantFrom("a", ";", '"', "\n", " ", "é"), minLength: 1 }),
        ({ election, rules }, name) => {
          const named = {
            ...election,
            options: election.options.map((option) => ({ ...option, label: `x${name}x` })),
          };
          const text = writePabulib(
            pabulibOf(named, { meta: { unit: "Kern" }, budget: rules.budget, unit: 1, kind: "points", winners: ["p0"] }),
          );
          const back = read(text);
          expect(back.election.options).toEqual(named.options);
          expect(back.budget).toBe(rules.budget);
          expect(back.selected).toEqual(["p0"]);
          expect(back.election.ballots).toEqual(
            named.ballots.flatMap((ballot) => Array.from({ length: ballot.count }, () => ({ ...ballot, count: 1 }))),
          );
        },
      ),
    );
  });

  test("a city's worth of ballots is written too", () => {
    const options = [{ id: "1", label: "Bank", cost: 5 }];
    const ballots = [{ count: 200_000, options: [0], points: [1] }];
    const text = writePabulib(pabulibOf({ options, ballots }, { meta: {}, budget: 9, unit: 1, kind: "approval" }));
    expect(read(text).election.ballots).toHaveLength(200_000);
  });

  test("cents are written as euros and read as cents again", () => {
    const election = { options: [{ id: "1", label: "Bank", cost: 1250 }], ballots: [] };
    const text = writePabulib(pabulibOf(election, { meta: {}, budget: 10_005, unit: 100, kind: "approval" }));
    expect(text).toContain("budget;100.05");
    expect(read(text)).toMatchObject({ budget: 10_005, unit: 100, election: { options: [{ cost: 1250 }] } });
  });
});
