import styles from "./spark.module.css";

const width = 5;
const height = 20;

/** Small bars beside a number, for the eye; `said` tells the same in words. */
export function Spark({ values, said }: { values: readonly number[]; said: string }) {
  const top = Math.max(1, ...values);
  return (
    <>
      <svg className={styles.spark} viewBox={`0 0 ${values.length * width} ${height}`} aria-hidden="true">
        {values.map((value, at) => {
          const tall = Math.max(1, (value / top) * height);
          // biome-ignore lint/suspicious/noArrayIndexKey: its place in time is what a bar is
          return <rect key={at} x={at * width} y={height - tall} width={width - 1} height={tall} />;
        })}
      </svg>
      <span className="visually-hidden">{said}</span>
    </>
  );
}
