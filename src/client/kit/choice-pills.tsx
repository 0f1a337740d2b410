import type { ReactNode } from "react";
import styles from "./choice-pills.module.css";

interface ChoicePillsProps<Value extends string> {
  /** For who cannot see that they belong together. */
  legend: string;
  pills: readonly { value: Value; label: string; count: number; icon?: ReactNode }[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** What a list holds, by number, which is also the way to see only those. */
export function ChoicePills<Value extends string>({ legend, pills, value: chosen, onChoose }: ChoicePillsProps<Value>) {
  return (
    <fieldset className={styles.pills}>
      <legend className="visually-hidden">{legend}</legend>
      {pills.map(({ value, label, count, icon }) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {icon}
          {label}
          <span className={styles.count}>{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
