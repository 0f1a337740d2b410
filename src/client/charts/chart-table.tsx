import type { ChartContent } from "./chart.ts";
import styles from "./charts.module.css";

/** The numbers of a chart, for who would rather read them. */
export function ChartTable({ content }: { content: ChartContent }) {
  const { about, over, names, series, write, unknown } = content;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard
    <section className={styles.scroll} aria-label={about} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{about}</caption>
        <thead>
          <tr>
            <th scope="col">{over}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map((each) => {
                const value = each.values[at] ?? null;
                return <td key={each.name}>{value === null ? unknown : write(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
