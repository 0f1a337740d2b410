import styles from "./result.module.css";

/** A length from 0 to 1; the figure beside it says the same. */
export function Bar({ part }: { part: number }) {
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect width={`${part * 100}%`} height="100%" rx="5" fill="currentColor" />
    </svg>
  );
}
