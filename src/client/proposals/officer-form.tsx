import { type FormEvent, type ReactNode, useState } from "react";
import type { ProposalView } from "../../proposals/contract.ts";
import type { FormFault } from "../form-faults.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { FormDeeds } from "../kit/form-deeds.tsx";
import styles from "../kit/reason-form.module.css";

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
      <FormDeeds send={send} busy={busy} fault={fault} onCancel={onCancel} />
    </form>
  );
}
