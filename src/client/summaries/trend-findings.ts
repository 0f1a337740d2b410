/** What a year of figures says, for the sentence above each chart. Pure: words come from the texts. */
import type { TrendMonth } from "../../summaries/contract.ts";

const quarter = 3;
const fewestShown = 4;

const isEmpty = ({ members, proposals, supporters, comments, turnout }: TrendMonth) =>
  members === null && supporters === null && turnout === null && proposals + comments === 0;

/** Without the months before anything had begun; at least four. */
export function fromTheBeginning(months: readonly TrendMonth[]): TrendMonth[] {
  const first = months.findIndex((month) => !isEmpty(month));
  return months.slice(Math.min(first === -1 ? months.length : first, Math.max(0, months.length - fewestShown)));
}

/** Whether there is anything to show at all. */
export const hasTrend = (months: readonly TrendMonth[]): boolean => !months.every(isEmpty);

/** The last three whole months beside the three before them; the month that runs counts for neither. */
export function lastQuarters(months: readonly TrendMonth[], pick: (month: TrendMonth) => number) {
  const whole = months.slice(0, -1);
  const sum = (from: number, until?: number) => whole.slice(from, until).reduce((total, each) => total + pick(each), 0);
  const count = sum(-quarter);
  return {
    count,
    /** More than before; less when negative. */
    by: count - sum(-2 * quarter, -quarter),
    from: whole.at(-quarter)?.month ?? "",
    until: whole.at(-1)?.month ?? "",
  };
}

/** Now and as long ago as a number is known; null when fewer than ten take part. */
export function membersFound(
  months: readonly TrendMonth[],
): { now: number; earlier: { month: string; members: number } | null } | null {
  const now = months.at(-1)?.members ?? null;
  if (now === null) return null;
  const first = months.slice(0, -1).find(({ members }) => members !== null);
  return { now, earlier: first?.members ? { month: first.month, members: first.members } : null };
}

/** The month with the most, the newest of equals; null when no month has a number. */
export function supportersFound(months: readonly TrendMonth[]): { month: string; most: number } | null {
  return months.reduce<{ month: string; most: number } | null>(
    (best, { month, supporters }) =>
      supporters !== null && supporters >= (best?.most ?? 0) ? { month, most: supporters } : best,
    null,
  );
}

/** Whole percent of the voters who voted; null without polls that may be shown. */
export function turnoutShare({ turnout }: TrendMonth): number | null {
  return turnout === null || turnout.rollSize === 0 ? null : Math.round((turnout.voters / turnout.rollSize) * 100);
}
