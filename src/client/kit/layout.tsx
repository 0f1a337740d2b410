import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./layout.module.css";

/** A page of one column, for reading and for forms. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className={classes(styles.page, styles.narrow)}>{children}</div>;
}

/** A page of one list. */
export function Medium({ children }: { children: ReactNode }) {
  return <div className={classes(styles.page, styles.medium)}>{children}</div>;
}

/** A page for reading in which a list of plans has a map beside it. */
export function Broad({ children }: { children: ReactNode }) {
  return <div className={classes(styles.page, styles.medium, styles.flow)}>{children}</div>;
}

/** A page over the full measure. */
export function Wide({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

/** A page whose second column stands beside the first where there is room, and below it on a phone. */
export function Beside({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={classes(styles.page, styles.beside)}>
      <div className={styles.first}>{children}</div>
      <aside className={styles.second}>{aside}</aside>
    </div>
  );
}

/** A sheet of paper on the board: the one surface everything lies on. */
export function Sheet({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes(styles.sheet, className)}>{children}</div>;
}

/** A part of a page under its own heading, with at most one deed beside it. */
export function Section({ title, deed, children }: { title: string; deed?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {deed}
      </div>
      {children}
    </section>
  );
}
