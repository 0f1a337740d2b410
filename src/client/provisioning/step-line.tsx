import type { FoundStep } from "../../provisioning/contract.ts";
import { useText } from "../language.ts";
import styles from "./admin.module.css";
import { useSaid } from "./said.ts";

const names = { "+": "make", "~": "change", "-": "away", "=": "note" } as const;

/** One thing an apply would do, with the sign that the command shows as well. */
export function StepLine({ step }: { step: FoundStep }) {
  const say = useText("provisioning");
  const said = useSaid();
  return (
    <span className={styles.step} data-sign={names[step.sign]}>
      <span className={styles.sign} aria-hidden="true">
        {step.sign === "-" ? "\u2212" : step.sign}
      </span>
      <span>
        <span className="visually-hidden">{say(`sign.${names[step.sign]}`)}: </span>
        {said(step.text)}
      </span>
    </span>
  );
}
