import type { ReactNode } from "react";
import styles from "./polling.module.css";

interface ChoicesProps<Value extends string> {
  /** Id of the first one, to which a summary of faults leads. */
  id: string;
  legend: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode; means?: string }[];
  fault?: string | undefined;
  onChange: (value: Value) => void;
}

/** One of a few, each with what it means in a sentence. */
export function Choices<Value extends string>({ id, legend, value, options, fault, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset className={styles.choices} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{legend}</legend>
      {fault && (
        <p id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      {options.map((option, place) => (
        <label key={option.value}>
          <input
            id={place === 0 ? id : undefined}
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.means && <span className={styles.small}>{option.means}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
