import { Field, Textarea } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import { useText } from "../language.ts";
import { FormDeeds } from "./form-deeds.tsx";
import styles from "./reason-form.module.css";

interface ReasonFormProps {
  /** Who reads it, in a sentence. */
  hint: string;
  /** Whole sentences to start from; pressing one puts it into the text. */
  templates: string[];
  /** What was written before and is taken up again. */
  begun?: string;
  send: string;
  busy: boolean;
  fault: unknown;
  onSend: (reason: string) => void;
  onCancel: () => void;
}

/** Why something is returned or refused, in words that the other person reads. */
export function ReasonForm({ hint, templates, begun = "", send, busy, fault, onSend, onCancel }: ReasonFormProps) {
  const say = useText("shell");
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState(begun);
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 5;
  useEffect(() => text.current?.focus(), []);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (short) text.current?.focus();
        else onSend(reason.trim());
      }}
    >
      <ul className={styles.templates} aria-label={say("reason.templates")}>
        {templates.map((template) => (
          <li key={template}>
            <button
              type="button"
              onClick={() => {
                setReason(reason.trim() === "" ? template : `${reason.trim()} ${template}`);
                text.current?.focus();
              }}
            >
              {template}
            </button>
          </li>
        ))}
      </ul>
      <Field
        label={say("reason.label")}
        hint={hint}
        validationMessage={tried && short ? say("field.reason-required") : undefined}
      >
        <Textarea
          id={id}
          ref={text}
          rows={5}
          resize="vertical"
          maxLength={1000}
          value={reason}
          onChange={(_, given) => setReason(given.value)}
        />
      </Field>
      <FormDeeds send={send} busy={busy} fault={fault} onCancel={onCancel} />
    </form>
  );
}
