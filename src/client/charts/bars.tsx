import { ResponsiveContainer, VerticalStackedBarChart } from "@fluentui/react-charts";
import type { KeyboardEvent } from "react";
import { useLanguage } from "../language.ts";
import { type ChartContent, topOf } from "./chart.ts";

const margins = { top: 20, bottom: 28, left: 52, right: 4 };

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The package goes from bar to bar by the keys up and down; bars that stand in a row ask for left and right as well. */
function goBeside(event: KeyboardEvent<HTMLDivElement>): void {
  const step = steps[event.key];
  const bars = [...event.currentTarget.querySelectorAll<SVGElement>("svg [tabindex][aria-label]")];
  const at = bars.indexOf(document.activeElement as SVGElement);
  if (step === undefined || at === -1) return;
  event.preventDefault();
  bars.at((at + step) % bars.length)?.focus();
}

/**
 * Bars, drawn by Fluent's own charts; a chunk of its own, fetched when a chart is shown. One bar can be reached with the tab key, the
 * others from there with the arrows; with the focus on parts of a bar Shift+Tab would not get out again. The package names its charts in
 * English, so each name is given.
 */
export function Bars({ content }: { content: ChartContent }) {
  const language = useLanguage();
  const { labels, names, series, write, unknown, finding } = content;
  const top = topOf(content);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the bars in it have the focus
    <div onKeyDown={goBeside}>
      <ResponsiveContainer height={200}>
        <VerticalStackedBarChart
          data={labels.map((label, at) => ({
            xAxisPoint: label,
            xAxisCalloutData: names[at] ?? label,
            chartData: series.map(({ name, values }, tone) => {
              const value = values[at] ?? null;
              return {
                legend: name,
                data: value ?? 0,
                color: `var(--chart-${tone})`,
                xAxisCalloutData: names[at] ?? label,
                yAxisCalloutData: value === null ? unknown : write(value),
              };
            }),
          }))}
          margins={margins}
          yMaxValue={top}
          yAxisTickCount={4}
          yAxisTickFormat={(value: number) => write(value)}
          xAxisInnerPadding={0.25}
          xAxisOuterPadding={0.1}
          barWidth="auto"
          maxBarWidth={40}
          barGapMax={2}
          barCornerRadius={2}
          hideLegend
          hideLabels
          hideTickOverlap
          isCalloutForStack
          culture={language}
          svgProps={{ "aria-label": finding, role: "group" }}
        />
      </ResponsiveContainer>
    </div>
  );
}
