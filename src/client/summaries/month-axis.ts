import { monthInWords } from "../../shared/months.ts";
import type { ChartContent } from "../charts/chart.ts";
import type { Language, Say } from "../language.ts";

/** The months below a chart and down its table; the last one has not ended. */
export function monthAxis(
  say: Say<"summaries">,
  language: Language,
  months: readonly { month: string }[],
): Pick<ChartContent, "over" | "labels" | "names" | "asTable"> {
  const words = months.map(({ month }) => monthInWords(new Date(month), language));
  return {
    over: say("trend.month"),
    labels: words.map(({ short }) => short),
    names: words.map(({ long }, at) => (at === words.length - 1 ? say("trend.now", { month: long }) : long)),
    asTable: say("trend.table"),
  };
}
