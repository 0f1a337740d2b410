import { Button } from "@fluentui/react-components";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { FormFault } from "../form-faults.ts";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { centsOf } from "./money.ts";
import type { PlanFields, PlanOption } from "./plan.ts";
import { PlanEditor } from "./plan-editor.tsx";
import styles from "./polling.module.css";

interface PlanRowProps {
  option: PlanOption;
  fields: PlanFields;
  faults: FormFault[];
  kern: KernHomeView;
  open: boolean;
  onOpen: (wanted: boolean) => void;
  onChange: (option: PlanOption) => void;
  onRemove: () => void;
}

/** One plan in the list: its name and cost, and below them, when opened, everything about it. */
export function PlanRow({ option, fields, faults, kern, open, onOpen, onChange, onRemove }: PlanRowProps) {
  const say = useText("polling");
  const language = useLanguage();
  const label = option.label.trim() || say("plans.nameless");
  const cents = centsOf(option.cost);
  const facts = [
    ...(fields.kind === "budget" && cents !== null ? [euros(cents, language)] : []),
    ...(option.theme ? [option.theme] : []),
    ...(fields.judging ? [say(`plans.feasible.${option.feasible}`)] : []),
  ];
  return (
    <li>
      <div className={styles.line}>
        <span>
          <strong>{label}</strong>
          <span className={styles.small}>{facts.join(" · ")}</span>
        </span>
        <span className={styles.row}>
          <Button aria-expanded={open} onClick={() => onOpen(!open)}>
            {say(open ? "plans.close" : "plans.edit")}
            <span className="visually-hidden">{label}</span>
          </Button>
          <Button
            appearance="subtle"
            icon={<Icon name="cross" size={18} />}
            aria-label={`${say("plans.remove")}: ${label}`}
            onClick={onRemove}
          />
        </span>
      </div>
      {open && <PlanEditor option={option} fields={fields} faults={faults} kern={kern} onChange={onChange} />}
    </li>
  );
}
