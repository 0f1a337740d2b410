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

/** "62 %", kept on one line. */
export const percent = (value: number): string => `${value}\u00a0%`;

/** Whether there is a number to draw at all. */
export const hasNumbers = ({ series }: Pick<ChartContent, "series">): boolean =>
  series.some(({ values }) => values.some((value) => value !== null));

const wholeSteps = [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50, 75];
const stepsToTop = 4;

/** The end of the axis: four whole steps, and no lower than the highest stack. */
export function topOf({ series, labels, most }: Pick<ChartContent, "series" | "labels" | "most">): number {
  if (most !== undefined) return most;
  const highest = Math.max(...labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)));
  for (let scale = 1; ; scale *= 100) {
    const step = wholeSteps.find((each) => each * scale * stepsToTop >= highest);
    if (step !== undefined) return step * scale * stepsToTop;
  }
}
