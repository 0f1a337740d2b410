import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readBlt } from "../../src/voting/formats/blt.ts";
import { writeBlt } from "../../src/voting/formats/blt-write.ts";
import { type RankedFile, rankedElectionOf } from "../../src/voting/formats/ranked-file.ts";
import { fixture, rankedElections } from "../support/elections.ts";

function read(text: string): RankedFile {
  const file = readBlt(text);
  if ("fault" in file) throw new Error(JSON.stringify(file.fault));
  return file;
}

test("comments, withdrawn candidates, weights, equal and skipped ranks, quotes and a byte order mark are read", () => {
  const text = [
    "\uFEFF4 2   # four candidates, two seats",
    "-3",
    "# the ballots",
    "28 1 2 3 0",
    "2 1=2 - 4 0 # two at once, then a gap",
    "(paper 7) 4 0",
    "3 0",
    "0",
    '"Anna ""de bakker"""',
    '"Bram" "Dorpspartij"',
    "Cor van 't Veld",
    '"Daan" # last',
    '"Dorpsraad"',
  ].join("\r\n");
  expect(read(text)).toEqual({
    title: "Dorpsraad",
    seats: 2,
    candidates: [
      { id: "1", name: 'Anna "de bakker"', withdrawn: false },
      { id: "2", name: "Bram Dorpspartij", withdrawn: false },
      { id: "3", name: "Cor van 't Veld", withdrawn: true },
      { id: "4", name: "Daan", withdrawn: false },
    ],
    ballots: [
      { count: 28, tiers: [[0], [1], [2]] },
      { count: 2, tiers: [[0, 1], [], [3]] },
      { count: 1, tiers: [[3]] },
      { count: 3, tiers: [] },
    ],
  });
});

test("who withdrew is off every ballot, and the others keep their numbers", () => {
  const { options, ballots } = rankedElectionOf(read('3 1\n-2\n1 2 3 0\n1 1=2 0\n0\n"A"\n"B"\n"C"'));
  expect(options.map(({ id }) => id)).toEqual(["1", "3"]);
  expect(ballots).toEqual([
    { count: 1, tiers: [[], [1]] },
    { count: 1, tiers: [[0]] },
  ]);
});

test.each([
  ["withdrawn in brackets", '3 1\n[withdrawn 1 3]\n1 2 0\n0\n"A"\n"B"\n"C"', [true, false, true]],
  ["several withdrawn on a line", '3 1\n-1 -2\n1 3 0\n0\n"A" "B" "C" "Title"', [true, true, false]],
  [
    "names as PrefLib's headings",
    "3 1\n1 2 0\n0\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\nTitle",
    [false, false, false],
  ],
  ["commas that a spreadsheet left", "3 1,\n1 2 0,\n0,\nA,\nB,\nC,\nTitle,", [false, false, false]],
])("real variants are read: %s", (_, text, withdrawn) => {
  const file = read(text);
  expect(file.candidates.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  expect(file.candidates.map((candidate) => candidate.withdrawn)).toEqual(withdrawn);
});

test("a real file comes out as it went in", () => {
  const file = read(fixture("shetland-west-2022.blt"));
  expect(file.title).toBe("Ward 3 - Shetland West");
  expect(file.candidates[0]?.name).toBe('Liz BOXWELL "Independent"');
  expect(read(writeBlt(file))).toEqual(file);
});

test("whatever is written is read back the same", () => {
  const names = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n\u2028\u2029\u0085\v\f]/g, " "));
  const parts = fc.record({
    election: rankedElections,
    title: names,
    names: fc.array(names, { minLength: 6, maxLength: 6 }),
    gone: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  });
  fc.assert(
    fc.property(parts, ({ election, title, names, gone }) => {
      const candidates = election.options.map((_, place) => ({
        id: String(place + 1),
        name: names[place] ?? "",
        withdrawn: gone[place] ?? false,
      }));
      const file = { title, seats: 1, candidates, ballots: election.ballots };
      expect(readBlt(writeBlt(file))).toEqual(file);
    }),
  );
});

describe("a broken file is told where and what was expected", () => {
  const names = '"A"\n"B"\n"C"';
  test.each([
    ["an empty file", "", 1, 1, "number of candidates"],
    ["no number first", "three 1", 1, 1, "number of candidates (1 to 10000), but here stands “three”"],
    ["more seats than candidates", `3 4\n0\n${names}`, 1, 3, "number of seats"],
    ["a ballot without an end", `3 1\n1 2 3\n1 3 0\n0\n${names}`, 3, 3, "Candidate 3 stands on this ballot twice"],
    ["an unknown candidate", `3 1\n1 2 0\n2 1 4 0\n0\n${names}`, 3, 5, "a candidate from 1 to 3"],
    ["a candidate twice", `3 1\n1 2 1 2 0\n0\n${names}`, 2, 7, "Candidate 2 stands on this ballot twice"],
    ["a word among the ranks", `3 1\n1 2 x 0\n0\n${names}`, 2, 5, "here stands “x”"],
    ["half a tie", `3 1\n1 2= 0\n0\n${names}`, 2, 6, "a candidate from 1 to 3"],
    ["a fraction", `3 1\n1.5 2 0\n0\n${names}`, 2, 1, "a number of ballots"],
    ["no end of the ballots", "3 1\n1 2 0\n", 3, 1, "the file ends"],
    ["names among the ballots", `3 1\n1 2 0\n${names}`, 3, 1, "a number of ballots, or 0"],
    ["too few names", '3 1\n1 2 0\n0\n"A"\n"B"\n', 5, 4, "the name of candidate 3"],
    ["a quote that never closes", '3 1\n1 2 0\n0\n"A"\n"B\n"C"\n', 5, 1, "closing quotation mark"],
    ["words behind a name", '3 1\n1 2 0\n0\n"A"\n"B" and more\n"C"\n', 5, 5, "the end of the line"],
    ["someone unknown who withdrew", `3 1\n-4\n1 2 0\n0\n${names}`, 2, 1, "withdrew"],
    ["an option in brackets", `3 1\n[tie 1 2 3]\n1 2 0\n0\n${names}`, 2, 1, "“[withdrawn …]”"],
    ["brackets that never close", "3 1\n[withdrawn 1 2", 2, 15, "the file ends"],
    ["an identifier that never closes", "3 1\n(7 1 2 0\n0\n", 2, 1, "“)”"],
    ["more ballots than people", `3 1\n1000000001 2 0\n0\n${names}`, 2, 1, "a number of ballots"],
  ])("%s", (_, text, line, column, said) => {
    const file = readBlt(text);
    if (!("fault" in file)) throw new Error("it was read");
    expect(file.fault).toMatchObject({ line, column });
    expect(file.fault.en).toContain(said);
    expect(file.fault.nl).not.toBe("");
  });

  test("no text whatever makes the reader throw or hang", () => {
    const pieces = fc.array(
      fc.constantFrom("3", "1", "0", "-", "=", " ", "\n", '"', "#", "(", ")", "[withdrawn", "]", ",", "x", "-2", "9"),
    );
    fc.assert(
      fc.property(pieces, (parts) => void readBlt(`3 1\n${parts.join("")}`)),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readBlt(text)));
  });
});
