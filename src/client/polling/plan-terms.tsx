import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { type FormFault, faultAt } from "../form-faults.ts";
import { Icon } from "../kit/icon.tsx";
import more from "../kit/more.module.css";
import { useText } from "../language.ts";
import { NumberField } from "./number-field.tsx";
import { onBallot, type PlanFields, type PlanOption, themesOf } from "./plan.ts";
import styles from "./polling.module.css";

interface PlanTermsProps {
  fields: PlanFields;
  change: (part: Partial<PlanFields>) => void;
  faults: FormFault[];
}

/** What ties plans of a budget together: the most for a theme, and plans that exclude each other. */
export function PlanTerms({ fields, change, faults }: PlanTermsProps) {
  const say = useText("polling");
  const themes = themesOf(fields.options);
  return (
    <>
      {themes.length > 0 && (
        <details className={more.more} open={faults.some(({ field }) => field.startsWith("cap-")) || undefined}>
          <summary>{say("plans.caps")}</summary>
          <div className={styles.fields}>
            {themes.map((theme) => (
              <NumberField
                key={theme}
                id={`cap-${theme}`}
                label={say("plans.cap", { theme })}
                value={fields.caps[theme] ?? ""}
                fault={faultAt(faults, `cap-${theme}`)}
                onChange={(cap) => change({ caps: { ...fields.caps, [theme]: cap } })}
              />
            ))}
          </div>
        </details>
      )}
      {onBallot(fields).length > 2 && (
        <details className={more.more}>
          <summary>{say("plans.exclusive")}</summary>
          <ExclusivePairs fields={fields} onChange={(exclusive) => change({ exclusive })} />
        </details>
      )}
    </>
  );
}

function ExclusivePairs({ fields, onChange }: { fields: PlanFields; onChange: (exclusive: string[][]) => void }) {
  const say = useText("polling");
  const plans = onBallot(fields);
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const nameOf = (key: string | undefined) => plans.find((plan) => plan.key === key)?.label ?? "";
  const pairs = fields.exclusive.filter((set) => set.every((key) => nameOf(key) !== ""));
  const choose = (label: string, value: string, from: PlanOption[], onChoose: (key: string) => void) => (
    <Field label={label} size="large">
      <Select value={value} onChange={(_, given) => onChoose(given.value)}>
        <option value="">{say("plans.choose")}</option>
        {from.map(({ key, label: name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={styles.fields}>
      <p className={styles.small}>{say("plans.exclusive.hint")}</p>
      <ul className={styles.list}>
        {pairs.map((set) => {
          const pair = say("plans.exclusive.pair", { first: nameOf(set[0]), second: nameOf(set[1]) });
          return (
            <li key={set.join()} className={styles.line}>
              <span>{pair}</span>
              <Button
                appearance="subtle"
                icon={<Icon name="cross" size={18} />}
                aria-label={`${say("plans.remove")}: ${pair}`}
                onClick={() => onChange(pairs.filter((other) => other !== set))}
              />
            </li>
          );
        })}
      </ul>
      {choose(say("plans.exclusive.first"), first, plans, setFirst)}
      {choose(
        say("plans.exclusive.second"),
        second,
        plans.filter(({ key }) => key !== first),
        setSecond,
      )}
      <div>
        <Button
          icon={<Icon name="plus" size={18} />}
          onClick={() => {
            if (first !== "" && second !== "" && first !== second) onChange([...pairs, [first, second]]);
            setFirst("");
            setSecond("");
          }}
        >
          {say("plans.exclusive.add")}
        </Button>
      </div>
    </div>
  );
}
