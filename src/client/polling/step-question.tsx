import { Field, Textarea } from "@fluentui/react-components";
import { faultAt } from "../form-faults.ts";
import more from "../kit/more.module.css";
import { useText } from "../language.ts";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import { kinds } from "./plan.ts";
import styles from "./polling.module.css";
import { RuleSettings } from "./rule-settings.tsx";
import type { StepProps } from "./wizard.tsx";

/** The question, what kind it is, and, for who wants, the rule behind it. */
export function StepQuestion({ fields, change, faults }: StepProps) {
  const say = useText("polling");
  return (
    <>
      <Field label={say("question")} hint={say("question.hint")} validationMessage={faultAt(faults, "question")} size="large">
        <Textarea
          id="question"
          rows={3}
          maxLength={200}
          aria-required
          value={fields.question}
          onChange={(_, given) => change({ question: given.value })}
        />
      </Field>
      <Choices
        id="kind"
        legend={say("kind")}
        value={fields.kind}
        options={kinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`), means: say(`kind.${kind}.means`) }))}
        onChange={(kind) => change({ kind })}
      />
      {fields.kind === "budget" && (
        <NumberField
          id="budget"
          label={`${say("budget")} (${say("euro")})`}
          hint={say("budget.hint")}
          value={fields.budget}
          fault={faultAt(faults, "budget")}
          onChange={(budget) => change({ budget })}
        />
      )}
      <Field
        label={say("explanation")}
        hint={say("explanation.hint")}
        validationMessage={faultAt(faults, "explanation")}
        size="large"
      >
        <Textarea
          id="explanation"
          rows={4}
          resize="vertical"
          maxLength={2000}
          value={fields.explanation}
          onChange={(_, given) => change({ explanation: given.value })}
        />
      </Field>
      <details className={more.more} open={faults.some(({ field }) => field !== "question" && field !== "budget") || undefined}>
        <summary>{say("more")}</summary>
        <div className={styles.fields}>
          <RuleSettings fields={fields} change={change} faults={faults} />
        </div>
      </details>
    </>
  );
}
