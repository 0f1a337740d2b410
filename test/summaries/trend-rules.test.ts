import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { monthStarts } from "../../src/shared/months.ts";
import { inTens, sumInTens, trendsOf } from "../../src/summaries/trend-rules.ts";

const kernen = ["arkel", "hoornaar", "noordeloos"].map((kern) => ({ kern, name: kern }));
const starts = monthStarts(new Date("2026-11-28T10:00:00Z"), 12);
const people = fc.nat(60);

test.each([
  [0, null],
  [9, null],
  [10, 10],
  [19, 10],
  [20, 20],
  [234, 230],
])("%i people stand in a series as %s", (count, shown) => expect(inTens(count)).toBe(shown));

test("what a number in a series differs from another is nothing, or ten people or more", () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const [a, b] = [inTens(one), inTens(other)];
      if (a === null || b === null) return;
      expect(a % 10).toBe(0);
      expect(a === b || Math.abs(a - b) >= 10).toBe(true);
      expect(a).toBeLessThanOrEqual(one);
      expect(one - a).toBeLessThan(10);
    }),
  );
});

test("a total stays the same whatever the numbers are that are not shown", () => {
  const hidden = fc.array(fc.nat(9), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 90 })), hidden, hidden, (shown, some, others) =>
      expect(sumInTens([...shown, ...some])).toBe(sumInTens([...others, ...shown])),
    ),
  );
});

const counts = fc.array(fc.record({ members: people, supporters: people, voters: people }), { minLength: 3, maxLength: 3 });

const trendsWith = (rows: { members: number; supporters: number; voters: number }[]) =>
  trendsOf(kernen, starts, {
    activity: rows.map(({ supporters }, at) => ({
      kern: kernen[at]?.kern ?? "",
      month: 5,
      proposals: 2,
      supporters,
      comments: 4,
    })),
    members: rows.map(({ members }, at) => ({ kern: kernen[at]?.kern ?? "", moment: 5, members })),
    polls: rows.map(({ voters }, at) => ({
      kern: kernen[at]?.kern ?? "",
      closesAt: new Date((starts[5]?.getTime() ?? 0) + 1000),
      rollSize: 100,
      voters,
    })),
  });

test("nothing in the trends tells which of the numbers below ten a kern has", () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const hide = (a: number, b: number) => (a < 10 ? [a, Math.min(b, 9)] : [a, a]);
      const pairs = one.map((row, at) => ({
        members: hide(row.members, other[at]?.members ?? 0),
        supporters: hide(row.supporters, other[at]?.supporters ?? 0),
        voters: hide(row.voters, other[at]?.voters ?? 0),
      }));
      const side = (which: 0 | 1) =>
        pairs.map(({ members, supporters, voters }) => ({
          members: members[which] ?? 0,
          supporters: supporters[which] ?? 0,
          voters: voters[which] ?? 0,
        }));
      expect(trendsWith(side(0))).toEqual(trendsWith(side(1)));
    }),
  );
});

test("a month has what happened in it, and turnout only of polls with ten voters or more", () => {
  const { kernen: found, total } = trendsWith([
    { members: 34, supporters: 12, voters: 40 },
    { members: 8, supporters: 3, voters: 9 },
    { members: 17, supporters: 25, voters: 10 },
  ]);
  const empty = { members: null, proposals: 0, supporters: null, comments: 0, turnout: null };
  expect(found.map(({ months }) => months[5])).toEqual([
    expect.objectContaining({
      members: 30,
      proposals: 2,
      supporters: 10,
      comments: 4,
      turnout: { polls: 1, voters: 40, rollSize: 100 },
    }),
    expect.objectContaining({ members: null, proposals: 2, supporters: null, comments: 4, turnout: null }),
    expect.objectContaining({ members: 10, supporters: 20, turnout: { polls: 1, voters: 10, rollSize: 100 } }),
  ]);
  expect(total[5]).toEqual({
    month: starts[5]?.toISOString(),
    members: 50,
    proposals: 6,
    supporters: 30,
    comments: 12,
    turnout: { polls: 2, voters: 50, rollSize: 200 },
  });
  expect(total[4]).toEqual({ ...empty, month: starts[4]?.toISOString() });
});

test.each([
  ["2026-11-28T10:00:00Z", ["2026-08-31T22:00:00.000Z", "2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z"]],
  ["2026-12-31T23:30:00Z", ["2026-10-31T23:00:00.000Z", "2026-11-30T23:00:00.000Z", "2026-12-31T23:00:00.000Z"]],
  ["2026-04-01T00:00:00Z", ["2026-01-31T23:00:00.000Z", "2026-02-28T23:00:00.000Z", "2026-03-31T22:00:00.000Z"]],
])("the months before %s begin at midnight in Amsterdam", (now, begin) => {
  expect(monthStarts(new Date(now), 3).map((at) => at.toISOString())).toEqual(begin);
});
