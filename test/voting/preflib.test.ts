import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPreflib } from "../../src/voting/formats/preflib.ts";
import { fixture } from "../support/elections.ts";

const heading = (voters: number, orders: number) =>
  [
    "# TITLE: Bankje",
    "# NUMBER ALTERNATIVES: 3",
    `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ORDERS: ${orders}`,
    "# ALTERNATIVE NAME 1: Aan de dijk",
    "# ALTERNATIVE NAME 2: Plein: noord",
    "# ALTERNATIVE NAME 3: Nergens",
    "",
  ].join("\n");

test("today's heading and ties are read", () => {
  expect(readPreflib(`${heading(6, 3)}3: 2,{1,3}\n2: { 1 , 2 }\n1: 3\n`, "toi")).toEqual({
    title: "Bankje",
    seats: 1,
    candidates: [
      { id: "1", name: "Aan de dijk", withdrawn: false },
      { id: "2", name: "Plein: noord", withdrawn: false },
      { id: "3", name: "Nergens", withdrawn: false },
    ],
    ballots: [
      { count: 3, tiers: [[1], [0, 2]] },
      { count: 2, tiers: [[0, 1]] },
      { count: 1, tiers: [[2]] },
    ],
  });
});

test("the older heading is read", () => {
  const text = '3\r\n1,Aan de dijk\r\n2,"Plein, noord"\r\n3,Nergens\r\n5,5,2\r\n4,1,2,3\r\n1,{2,3},1\r\n';
  const file = readPreflib(text, "toc");
  expect(file).toMatchObject({ candidates: [{ name: "Aan de dijk" }, { name: "Plein, noord" }, { name: "Nergens" }] });
  expect("ballots" in file && file.ballots).toEqual([
    { count: 4, tiers: [[0], [1], [2]] },
    { count: 1, tiers: [[1, 2], [0]] },
  ]);
});

test("Burlington is read whole", () => {
  const file = readPreflib(fixture("burlington-2009.toi"), "toi");
  if ("fault" in file) throw new Error(file.fault.en);
  expect(file.ballots).toHaveLength(384);
  expect(file.ballots.reduce((sum, { count }) => sum + count, 0)).toBe(8980);
  expect(file.candidates.map(({ name }) => name)).toEqual([
    "Bob Kiss",
    "Andy Montroll",
    "James Simpson",
    "Dan Smith",
    "Kurt Wright",
    "Write-In",
  ]);
});

describe("a broken file is told where and what was expected", () => {
  const old = "3\n1,A\n2,B\n3,C\n2,2,1\n";
  test.each([
    ["an empty file", "", "soi", 1, 1, "NUMBER ALTERNATIVES"],
    ["no heading", "hello\n", "soi", 1, 1, "here stands “hello”"],
    ["an unknown candidate", `${heading(2, 1)}2: 1,4\n`, "soi", 8, 6, "a candidate from 1 to 3"],
    ["a candidate twice", `${heading(2, 1)}2: 1,{2,1}\n`, "toi", 8, 9, "Candidate 1 stands on this ballot twice"],
    ["a tie in a file without", `${heading(2, 1)}2: {1,2}\n`, "soi", 8, 4, "a .soi file has no ties"],
    ["a gap in a complete file", `${heading(2, 1)}2: 1,2\n`, "soc", 8, 1, "all 3 candidates"],
    ["an open brace", `${heading(2, 1)}2: {1,2\n`, "toi", 8, 8, "“}” or a comma"],
    ["a forgotten comma", `${heading(2, 1)}2: 1 2\n`, "soi", 8, 6, "a comma or the end of the line"],
    ["a comma at the end", `${heading(2, 1)}2: 1,\n`, "soi", 8, 6, "a candidate from 1 to 3"],
    ["no colon", `${heading(2, 1)}2 1,2\n`, "soi", 8, 3, "“:” after the number of ballots"],
    ["no ballots on a line", `${heading(2, 1)}0: 1,2\n`, "soi", 8, 1, "a number of ballots (1 or more)"],
    ["another number of voters", `${heading(3, 1)}2: 1,2\n`, "soi", 3, 1, "says 3 voters, but the ballots below hold 2"],
    ["another number of orders", `${heading(2, 2)}2: 1,2\n`, "soi", 4, 1, "says 2 orders, but the ballots below hold 1"],
    ["a name that is missing", "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1\n", "soi", 1, 1, "ALTERNATIVE NAME 2"],
    ["no candidates", "# NUMBER ALTERNATIVES: 0\n", "soi", 1, 1, "number of candidates"],
    ["an older heading that ends early", "3\n1,A\n2,B\n", "soi", 3, 4, "the name of candidate 3"],
    ["older totals that are none", "1\n1,A\n2,2\n2,1\n", "soi", 3, 1, "three numbers"],
    ["an older ballot with a colon", `${old}2: 1,2\n`, "soi", 6, 2, "a comma"],
  ] as const)("%s", (_, text, kind, line, column, said) => {
    const file = readPreflib(text, kind);
    if (!("fault" in file)) throw new Error("it was read");
    expect(file.fault.en).toContain(said);
    expect(file.fault).toMatchObject({ line, column });
    expect(file.fault.nl).not.toBe("");
  });

  test("no text whatever makes the reader throw or hang", () => {
    const pieces = fc.array(fc.constantFrom("3", "1", "0", ",", ":", "{", "}", " ", "\n", "#", "x", "2"));
    fc.assert(
      fc.property(pieces, (parts) => void readPreflib(`${heading(1, 1)}${parts.join("")}`, "toi")),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readPreflib(text, "soi")));
  });
});
