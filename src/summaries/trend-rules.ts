/** Pure rules of figures over time: which numbers of people may be shown, so that no two of them tell of fewer than ten. */
import { shownPeople } from "../kernen/index.ts";
import type { ActivityInMonth } from "../proposals/index.ts";
import { smallestShownGroup } from "../voting/index.ts";
import type { KernTrend, PeopleCount, TrendMonth, TrendsView } from "./contract.ts";

const step = 10;

/**
 * A number of people as it may stand in a series: null below ten, else in tens, rounded down. Exact numbers would tell by subtraction
 * that one person came, or left, between two months.
 */
export function inTens(count: number): PeopleCount {
  const shown = shownPeople(count);
  return shown === null ? null : shown - (shown % step);
}

/** Over those of `counts` that may be shown themselves: what the others are makes no difference. */
export function sumInTens(counts: readonly number[]): PeopleCount {
  return inTens(counts.filter((count) => shownPeople(count) !== null).reduce((sum, count) => sum + count, 0));
}

/** Exact figures as the slices below count them. `month`, `moment`: place in the months, from 0. */
export interface Counted {
  activity: readonly ActivityInMonth[];
  members: readonly { kern: string; moment: number; members: number }[];
  polls: readonly { kern: string; closesAt: Date; rollSize: number; voters: number }[];
}

interface ExactMonth {
  members: number;
  proposals: number;
  supporters: number;
  comments: number;
  polls: { rollSize: number; voters: number }[];
}

/** Lays the figures of each kern in its months; `starts`: when each month begins, oldest first. */
export function trendsOf(
  kernen: readonly { kern: string; name: string }[],
  starts: readonly Date[],
  { activity, members, polls }: Counted,
): Omit<TrendsView, "madeAt"> {
  const exact = kernen.map(({ kern }) =>
    starts.map((start, month): ExactMonth => {
      const end = starts[month + 1];
      const found = activity.find((row) => row.kern === kern && row.month === month);
      return {
        members: members.find((row) => row.kern === kern && row.moment === month)?.members ?? 0,
        proposals: found?.proposals ?? 0,
        supporters: found?.supporters ?? 0,
        comments: found?.comments ?? 0,
        polls: polls.filter((poll) => poll.kern === kern && poll.closesAt >= start && (!end || poll.closesAt < end)),
      };
    }),
  );
  const inMonth = (month: number) => exact.flatMap((months) => months[month] ?? []);
  return {
    kernen: kernen.map(
      ({ kern, name }, at): KernTrend => ({
        kern,
        kernName: name,
        months: starts.map((start, month) => shownMonth(start, exact[at]?.[month] ? [exact[at][month]] : [])),
      }),
    ),
    total: starts.map((start, month) => shownMonth(start, inMonth(month))),
  };
}

function shownMonth(start: Date, parts: readonly ExactMonth[]): TrendMonth {
  const sum = (pick: (part: ExactMonth) => number) => parts.reduce((total, part) => total + pick(part), 0);
  const shown = parts.flatMap(({ polls }) => polls).filter(({ voters }) => voters >= smallestShownGroup);
  return {
    month: start.toISOString(),
    members: sumInTens(parts.map(({ members }) => members)),
    proposals: sum(({ proposals }) => proposals),
    supporters: sumInTens(parts.map(({ supporters }) => supporters)),
    comments: sum(({ comments }) => comments),
    turnout:
      shown.length === 0
        ? null
        : {
            polls: shown.length,
            voters: shown.reduce((total, { voters }) => total + voters, 0),
            rollSize: shown.reduce((total, { rollSize }) => total + rollSize, 0),
          },
  };
}
