import { Field, Input, Textarea } from "@fluentui/react-components";
import type { KernHomeView } from "../../kernen/contract.ts";
import { type FormFault, faultAt } from "../form-faults.ts";
import { useText } from "../language.ts";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import { type PlanFields, type PlanOption, themesOf } from "./plan.ts";
import { PlanPhoto } from "./plan-photo.tsx";
import { PlanPlace } from "./plan-place.tsx";
import styles from "./polling.module.css";

interface PlanEditorProps {
  option: PlanOption;
  fields: PlanFields;
  faults: FormFault[];
  kern: KernHomeView;
  onChange: (option: PlanOption) => void;
}

/** Everything about one plan. */
export function PlanEditor({ option, fields, faults, kern, onChange }: PlanEditorProps) {
  const say = useText("polling");
  const { key } = option;
  const put = (part: Partial<PlanOption>) => onChange({ ...option, ...part });
  const text = (name: "label" | "theme" | "by" | "reason", label: string, maxLength: number, hint?: string) => (
    <Field label={label} hint={hint} validationMessage={faultAt(faults, `${name}-${key}`)} size="large">
      <Input
        id={`${name}-${key}`}
        value={option[name]}
        maxLength={maxLength}
        {...(name === "theme" && { list: "themes" })}
        onChange={(_, given) => put({ [name]: given.value })}
      />
    </Field>
  );
  return (
    <div className={styles.editor}>
      {text("label", say("plans.label"), 140)}
      <Field label={say("plans.summary")} size="large">
        <Textarea
          rows={3}
          resize="vertical"
          maxLength={600}
          value={option.summary}
          onChange={(_, given) => put({ summary: given.value })}
        />
      </Field>
      {fields.kind === "budget" && (
        <>
          <NumberField
            id={`cost-${key}`}
            label={say("plans.cost")}
            value={option.cost}
            fault={faultAt(faults, `cost-${key}`)}
            onChange={(cost) => put({ cost })}
          />
          {text("theme", say("plans.theme"), 60)}
          <datalist id="themes">
            {themesOf(fields.options).map((theme) => (
              <option key={theme} value={theme} />
            ))}
          </datalist>
        </>
      )}
      <PlanPhoto photo={option.photo} onPhoto={(photo) => put({ photo })} />
      <PlanPlace kern={kern} place={option.place} onPlace={(place) => put({ place })} />
      {fields.judging && (
        <Choices
          id={`feasible-${key}`}
          legend={say("plans.feasible")}
          value={option.feasible}
          options={(["unknown", "yes", "no"] as const).map((value) => ({ value, label: say(`plans.feasible.${value}`) }))}
          onChange={(feasible) => put({ feasible })}
        />
      )}
      {fields.judging && option.feasible === "no" && (
        <>
          {text("reason", say("plans.reason"), 600, say("plans.reason.hint"))}
          {text("by", say("plans.by"), 120)}
        </>
      )}
    </div>
  );
}
