import { Button } from "@fluentui/react-components";
import { useText } from "../language.ts";
import { BusyButton } from "./busy-button.tsx";
import { useFaultWords } from "./error-state.tsx";
import styles from "./reason-form.module.css";

interface FormDeedsProps {
  send: string;
  busy: boolean;
  /** Why the last attempt failed; null when it did not. */
  fault: unknown;
  onCancel: () => void;
}

/** How a small form ends: what went wrong, send, or leave it. */
export function FormDeeds({ send, busy, fault, onCancel }: FormDeedsProps) {
  const say = useText("shell");
  const words = useFaultWords();
  return (
    <>
      {Boolean(fault) && <p role="alert">{words(fault)}</p>}
      <div className={styles.deeds}>
        <BusyButton type="submit" appearance="primary" busy={busy}>
          {send}
        </BusyButton>
        <Button appearance="subtle" onClick={onCancel}>
          {say("cancel")}
        </Button>
      </div>
    </>
  );
}
