import { Button } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ProposalView } from "../../proposals/contract.ts";
import type { FormFault } from "../form-faults.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import styles from "../kit/reason-form.module.css";
import { useText } from "../language.ts";

/** What every form about a published proposal is given. */
export interface OfficerFormProps {
  proposal: ProposalView;
  onDone: () => void;
  onCancel: () => void;
}

interface FrameProps {
  /** The fields, with the faults that were found at the last attempt. */
  children: (faults: FormFault[]) => ReactNode;
  /** What still lacks; nothing lets it be sent. */
  check: () => FormFault[];
  send: string;
  busy: boolean;
  fault: unknown;
  onSend: () => void;
  onCancel: () => void;
}

/** A small form of the officer's: fields, what still lacks, send or not. */
export function OfficerForm({ children, check, send, busy, fault, onSend, onCancel }: FrameProps) {
  const say = useText("shell");
  const words = useFaultWords();
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0 && !busy) onSend();
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <ErrorSummary faults={faults} attempt={attempt} />
      {children(faults)}
      {Boolean(fault) && <p role="alert">{words(fault)}</p>}
      <div className={styles.deeds}>
        <BusyButton type="submit" appearance="primary" busy={busy}>
          {send}
        </BusyButton>
        <Button appearance="subtle" onClick={onCancel}>
          {say("cancel")}
        </Button>
      </div>
    </form>
  );
}
