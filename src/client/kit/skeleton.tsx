import { useText } from "../language.ts";
import { classes } from "./classes.ts";
import styles from "./skeleton.module.css";

/** Grey bars in the shape of what comes; `lines` are widths in per cent. */
export function Skeleton({ lines, tall = false }: { lines: number[]; tall?: boolean }) {
  return (
    <div className={styles.block} aria-hidden="true">
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity and never move
        <span key={index} className={classes(styles.bar, tall && index === 0 && styles.tall)} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** A list that is on its way: rows of a title and two lines. */
export function ListSkeleton({ rows = 4 }: { rows?: number }) {
  const say = useText("shell");
  return (
    <div role="status" aria-label={say("loading")} className={styles.list}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never move
        <Skeleton key={row} lines={[row % 2 ? 62 : 74, 96, 40]} />
      ))}
    </div>
  );
}

/** A page that is on its way. */
export function PageSkeleton() {
  const say = useText("shell");
  return (
    <div role="status" aria-label={say("loading")} className={styles.page} data-page-waits>
      <Skeleton lines={[46, 90, 82, 60]} tall />
      <Skeleton lines={[70, 94, 38]} />
    </div>
  );
}
