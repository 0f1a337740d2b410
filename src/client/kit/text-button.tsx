import type { ReactNode } from "react";
import styles from "./text-button.module.css";

interface TextButtonProps {
  onClick: () => void;
  children: ReactNode;
  /** For a button that opens something below it. */
  expanded?: boolean;
  /** For what is rarely wanted. */
  quiet?: boolean;
}

/** The quiet deed beside the main one: words that can be pressed, as large to the thumb as a button. */
export function TextButton({ onClick, children, expanded, quiet = false }: TextButtonProps) {
  return (
    <button type="button" className={styles.text} data-quiet={quiet} aria-expanded={expanded} onClick={onClick}>
      {children}
    </button>
  );
}
