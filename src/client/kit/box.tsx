import type { ReactNode } from "react";
import styles from "./box.module.css";

/** A small sheet beside the text that asks for or tells one thing. `tone`: "asked" when something is asked of the reader. */
export function Box({
  title,
  tone = "plain",
  children,
}: {
  title?: ReactNode;
  tone?: "plain" | "asked" | "officer";
  children: ReactNode;
}) {
  return (
    <section className={styles.box} data-tone={tone}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
