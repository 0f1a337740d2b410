import { Checkbox } from "@fluentui/react-components";
import { faultAt } from "../form-faults.ts";
import { useText } from "../language.ts";
import { Choices } from "./choices.tsx";
import { ElectorateNow } from "./electorate-now.tsx";
import { NumberField } from "./number-field.tsx";
import { levelOf } from "./plan-form.ts";
import type { StepProps } from "./wizard.tsx";

/** Who may vote, how many that are now, and how secret the vote is, in honest words. */
export function StepWho({ fields, change, faults, kern }: StepProps) {
  const say = useText("polling");
  const level = String(levelOf(fields)) as "0" | "1" | "2";
  return (
    <>
      <Choices
        id="assurance"
        legend={say("assurance")}
        value={fields.assurance}
        options={(["mail", "address", "letter"] as const).map((value) => ({ value, label: say(`assurance.${value}`) }))}
        onChange={(assurance) => change({ assurance, ...(assurance === "mail" && { per: "person" as const }) })}
      />
      <Choices
        id="per"
        legend={say("per")}
        value={fields.per}
        fault={faultAt(faults, "per")}
        options={(["person", "household"] as const).map((value) => ({ value, label: say(`per.${value}`) }))}
        onChange={(per) => change({ per })}
      />
      <ElectorateNow kern={kern.kern} fields={fields} />
      <NumberField
        id="minAge"
        label={say("minAge")}
        hint={say("minAge.hint")}
        value={fields.minAge}
        fault={faultAt(faults, "minAge")}
        onChange={(minAge) => change({ minAge })}
      />
      <Choices
        id="level"
        legend={say("level")}
        value={level}
        fault={faultAt(faults, "level")}
        options={(["2", "1", "0"] as const).map((value) => ({
          value,
          label: say(`level.${value}`),
          means: say(`level.${value}.means`),
        }))}
        onChange={(chosen) => change({ level: chosen })}
      />
      {level === "0" && (fields.kind === "one" || fields.kind === "for-against" || fields.kind === "consent") && (
        <Checkbox
          checked={fields.showNames}
          label={say("showNames")}
          onChange={(_, given) => change({ showNames: given.checked === true })}
        />
      )}
    </>
  );
}
