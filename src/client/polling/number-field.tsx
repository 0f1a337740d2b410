import { Field, Input } from "@fluentui/react-components";
import styles from "./polling.module.css";

interface NumberFieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  value: string;
  fault: string | undefined;
  onChange: (typed: string) => void;
}

/** A number or an amount as it is typed; nothing is refused while typing. */
export function NumberField({ id, label, hint, value, fault, onChange }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} validationMessage={fault} size="large" className={styles.short}>
      <Input id={id} inputMode="decimal" value={value} maxLength={16} onChange={(_, given) => onChange(given.value)} />
    </Field>
  );
}
