import { useEffect, useRef } from "react";
import type { FormFault } from "../form-faults.ts";
import { useText } from "../language.ts";
import styles from "./error-summary.module.css";

/**
 * What a form still needs, above it: takes the focus when it appears, and each line leads to its field. `attempt`: the number of the
 * attempt to send, so that a second attempt with the same faults is told again.
 */
export function ErrorSummary({ faults, attempt }: { faults: FormFault[]; attempt: number }) {
  const say = useText("shell");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (attempt > 0) title.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <div className={styles.summary}>
      <h2 ref={title} tabIndex={-1}>
        {say("summary.title", { count: faults.length })}
      </h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.sentence}`}>
            <a
              href={`#${fault.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fault.field)?.focus();
              }}
            >
              {fault.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
