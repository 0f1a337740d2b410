/** What a chart shows, whichever way it is drawn. Pure. */

export interface Series {
  name: string;
  /** One for each label; null where nothing may or can be told. */
  values: readonly (number | null)[];
}

export interface ChartContent {
  /** What was found, in a sentence: the chart's heading. */
  finding: string;
  /** What the numbers are, with their unit; the table's caption. */
  about: string;
  /** What the labels are: the heading of the table's first column. */
  over: string;
  /** Short, below the bars; each different. */
  labels: readonly string[];
  /** The same in full, for the table and for who listens. */
  names: readonly string[];
  /** Stacked in this order, the first one below. */
  series: readonly Series[];
  /** How a number reads: "34", "62 %". */
  write(value: number): string;
  /** How a place without a number reads. */
  unknown: string;
  /** What opens the table. */
  asTable: string;
  /** Top of the scale, where it has one of its own (100 %). */
  most?: number;
}

/** The bars of one label, from below; where nothing is known there is none. */
export function stackAt({ series }: Pick<ChartContent, "series">, at: number): { name: string; value: number; tone: number }[] {
  return series.flatMap(({ name, values }, tone) => {
    const value = values[at];
    return value === null || value === undefined ? [] : [{ name, value, tone }];
  });
}

/** A round number on or above the highest stack, so that the axis ends on a whole step. At least 4: people come in wholes. */
export function topOf(content: Pick<ChartContent, "series" | "labels" | "most">): number {
  if (content.most !== undefined) return content.most;
  const highest = Math.max(4, ...content.labels.map((_, at) => stackAt(content, at).reduce((sum, { value }) => sum + value, 0)));
  const step = 10 ** Math.floor(Math.log10(highest));
  const steps = [1, 2, 4, 5, 10].map((times) => times * step);
  const best = steps.find((each) => each >= highest) ?? highest;
  return best >= highest * 1.6 && step > 1 ? Math.ceil(highest / step) * step : best;
}
