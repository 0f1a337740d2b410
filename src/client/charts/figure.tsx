import { Component, lazy, type ReactNode, Suspense, useId } from "react";
import { type ChartContent, hasNumbers } from "./chart.ts";
import { ChartTable } from "./chart-table.tsx";
import styles from "./charts.module.css";

const Bars = lazy(() => import("./bars.tsx").then(({ Bars: drawn }) => ({ default: drawn })));

/** When the drawing does not come there is the table. */
class OrNothing extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/** Numbers as bars under the sentence that says what they show, with the same numbers as a table below. */
export function Figure({ content, level = 3, children }: { content: ChartContent; level?: 2 | 3; children?: ReactNode }) {
  const Heading = `h${level}` as const;
  const title = useId();
  return (
    <figure className={styles.figure} aria-labelledby={title}>
      <Heading id={title}>{content.finding}</Heading>
      <p className={styles.about}>{content.about}</p>
      {content.series.length > 1 && hasNumbers(content) && (
        <ul className={styles.legend} aria-hidden="true">
          {content.series.map(({ name }, tone) => (
            <li key={name} data-tone={tone}>
              {name}
            </li>
          ))}
        </ul>
      )}
      {hasNumbers(content) && (
        <>
          <OrNothing>
            <div className={styles.drawing}>
              <Suspense fallback={null}>
                <Bars content={content} />
              </Suspense>
            </div>
          </OrNothing>
          <details className={styles.numbers}>
            <summary>{content.asTable}</summary>
            <ChartTable content={content} />
          </details>
        </>
      )}
      {children}
    </figure>
  );
}
