import { Field, Input } from "@fluentui/react-components";
import { faultAt } from "../form-faults.ts";
import { Icon } from "../kit/icon.tsx";
import more from "../kit/more.module.css";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { Choices } from "./choices.tsx";
import styles from "./polling.module.css";
import { closingDoubt, usualOpening } from "./times.ts";
import type { StepProps } from "./wizard.tsx";

/** When the poll opens and closes, and the days around it that people want to know. */
export function StepWhen({ fields, change, faults }: StepProps) {
  const say = useText("polling");
  const doubt = closingDoubt(fields.closesAt);
  const moment = (name: "opensAt" | "closesAt", hint?: string) => (
    <Field label={say(name)} hint={hint} validationMessage={faultAt(faults, name)} size="large" className={styles.short}>
      <Input
        id={name}
        type="datetime-local"
        aria-required
        value={fields[name]}
        onChange={(_, given) => change({ [name]: given.value })}
      />
    </Field>
  );
  return (
    <>
      <Choices
        id="atOnce"
        legend={say("opens")}
        value={fields.atOnce ? "now" : "later"}
        fault={faultAt(faults, "atOnce")}
        options={(["now", "later"] as const).map((value) => ({ value, label: say(`opens.${value}`) }))}
        onChange={(when) =>
          change({ atOnce: when === "now", ...(fields.opensAt === "" && { opensAt: usualOpening(serverNow()) }) })
        }
      />
      {!fields.atOnce && moment("opensAt")}
      {moment("closesAt", say("closesAt.hint"))}
      {doubt && (
        <p className={styles.warning} role="status">
          <Icon name="alert" size={18} />
          <span>{say(`closes.${doubt}`)}</span>
        </p>
      )}
      <details className={more.more} open={faults.some(({ field }) => field.endsWith("Until")) || undefined}>
        <summary>{say("phases")}</summary>
        <div className={styles.fields}>
          <p className={styles.small}>{say("phases.hint")}</p>
          {(["proposalsUntil", "judgedUntil", "decidedBy"] as const).map((name) => (
            <Field key={name} label={say(name)} validationMessage={faultAt(faults, name)} size="large" className={styles.short}>
              <Input id={name} type="date" value={fields[name]} onChange={(_, given) => change({ [name]: given.value })} />
            </Field>
          ))}
        </div>
      </details>
    </>
  );
}
