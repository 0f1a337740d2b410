import { Button } from "@fluentui/react-components";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import styles from "./desk.module.css";
import { idOf, nameOf } from "./desk-order.ts";
import type { Failed } from "./use-decisions.ts";

/** What did not go through, each with why; it lies on the desk again. */
export function FailedDecisions({ failed, onClose }: { failed: readonly Failed[]; onClose: () => void }) {
  const say = useText("moderation");
  const shell = useText("shell");
  const words = useFaultWords();
  if (failed.length === 0) return null;
  return (
    <div className={styles.failed} role="alert">
      <p>{say("failed", { count: failed.length })}</p>
      <ul>
        {failed.map(({ decision: { item }, fault }) => (
          <li key={idOf(item)}>
            <strong>{nameOf(item)}</strong> {words(fault)}
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{shell("close")}</Button>
    </div>
  );
}
