import { type CheckResult, sayCheck } from "../../verifier/index.ts";
import { Icon } from "../kit/icon.tsx";
import { useLanguage, useText } from "../language.ts";
import styles from "./verifying.module.css";

const icons = { passed: "check", failed: "alert", "not-checked": "info" } as const;

/** Every check with its mark and its figures, in the order in which they were done. */
export function CheckList({ checks }: { checks: readonly CheckResult[] }) {
  const say = useText("verifying");
  const language = useLanguage();
  return (
    <ol className={styles.checks}>
      {checks.map((check) => {
        const { name, says } = sayCheck(check, language);
        return (
          <li key={check.check} data-state={check.state}>
            <Icon name={icons[check.state]} />
            <div>
              <strong>{name}</strong>
              <p>
                {check.state !== "not-checked" && <span className={styles.state}>{say(`state.${check.state}`)}. </span>}
                {says}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
