import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { frozenHash, leadingOptions, optionsFor, outcomeInWords, stateAt, tallyOf } from "../../src/voting/rules.ts";

const at = (time: string) => new Date(`2026-12-01T${time}Z`);
const times = { opensAt: at("10:00:00"), closesAt: at("20:00:00") };

test.each([
  ["planned", "planned", "09:59:59.999", "planned"],
  ["planned", "planned", "10:00:00", "open"],
  ["open", "open", "19:59:59.999", "open"],
  ["open", "open", "20:00:00", "closed"],
  ["closed", "closed", "12:00:00", "closed"],
] as const)("a %s poll recorded as %s is, at %s, %s", (_, state, now, expected) => {
  expect(stateAt({ ...times, state }, at(now))).toBe(expected);
});

describe("the frozen hash", () => {
  const poll = {
    question: "Een bankje?",
    explanation: "",
    options: optionsFor("own-options", ["Ja", "Nee"]),
    ...times,
    rollSize: 12,
  };
  test("is the same for the same poll", () => expect(frozenHash({ ...poll })).toBe(frozenHash(poll)));
  test.each([
    ["the question", { question: "Twee bankjes?" }],
    ["an option", { options: optionsFor("own-options", ["Ja", "Nee!"]) }],
    ["the order of the options", { options: [...poll.options].reverse() }],
    ["the closing time", { closesAt: at("20:00:01") }],
    ["the roll", { rollSize: 13 }],
  ])("changes with %s", (_, change) => expect(frozenHash({ ...poll, ...change })).not.toBe(frozenHash(poll)));
});

const someVotes = fc.array(fc.record({ option: fc.constantFrom("for", "against", "abstain"), votes: fc.nat(500) }), {
  maxLength: 3,
});

describe("the count", () => {
  test("never lets an abstention lead, and whoever leads has the most votes", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom("for", "against", "abstain", "option-4"), { minLength: 1 }),
        fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
        (options, votes) => {
          const counts = options.map((option, index) => ({ option, votes: votes[index] ?? 0 }));
          const leading = leadingOptions(counts);
          expect(leading).not.toContain("abstain");
          const best = Math.max(0, ...counts.filter(({ option }) => option !== "abstain").map((count) => count.votes));
          for (const option of leading) expect(counts.find((count) => count.option === option)?.votes).toBe(best);
          expect(leading.length > 0).toBe(best > 0);
        },
      ),
    );
  });

  test("adds up to the number of voters and does not depend on the order of the ballots", () => {
    fc.assert(
      fc.property(someVotes, (votes) => {
        const counted = new Map(votes.map(({ option, votes: number }) => [option, number]));
        const tally = tallyOf(optionsFor("for-against-abstain", []), counted, 1500, at("20:00:10"));
        expect(tally.voters).toBe([...counted.values()].reduce((sum, number) => sum + number, 0));
        const reversed = new Map([...counted].reverse());
        expect(tallyOf(optionsFor("for-against-abstain", []), reversed, 1500, at("20:00:10"))).toEqual(tally);
      }),
    );
  });

  test.each([
    [{ for: 21, against: 12, abstain: 3 }, "Meeste stemmen: Voor (21 van 36).", "Most votes: For (21 of 36)."],
    [{ for: 4, against: 4 }, "Gelijk aantal stemmen voor Voor en Tegen.", "Equal number of votes for For and Against."],
    [{ abstain: 9 }, "Niemand koos iets anders dan onthouding.", "Nobody chose anything but abstention."],
    [{}, "Niemand heeft gestemd.", "Nobody voted."],
  ])("is told in one sentence: %j", (votes, nl, en) => {
    const tally = tallyOf(optionsFor("for-against-abstain", []), new Map(Object.entries(votes)), 40, at("20:00:10"));
    expect(outcomeInWords(tally, "nl")).toBe(nl);
    expect(outcomeInWords(tally, "en")).toBe(en);
  });
});
