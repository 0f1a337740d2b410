import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { faultAt } from "../form-faults.ts";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { FromProposals } from "./from-proposals.tsx";
import { centsOf } from "./money.ts";
import { emptyOption, leftOff, onBallot, type PlanOption } from "./plan.ts";
import { PlanRow } from "./plan-row.tsx";
import { PlanTerms } from "./plan-terms.tsx";
import styles from "./polling.module.css";
import type { StepProps } from "./wizard.tsx";

const most = 100;
const newKey = (): string => crypto.randomUUID().slice(0, 8);

/** What one chooses from: added by hand or from proposals, with what it costs and whether it can be done. */
export function StepPlans({ fields, change, faults, kern }: StepProps) {
  const say = useText("polling");
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const { options } = fields;
  const faulty = options.find(({ key }) => faults.some(({ field }) => field.endsWith(`-${key}`)))?.key;
  const add = (added: PlanOption[]) => change({ options: [...options, ...added].slice(0, most) });
  const put = (changed: PlanOption) => change({ options: options.map((each) => (each.key === changed.key ? changed : each)) });
  const ballot = onBallot(fields);
  const sum = ballot.reduce((cents, { cost }) => cents + (centsOf(cost) ?? 0), 0);
  return (
    <>
      <p className={styles.consequence}>
        {say("plans.count", { count: ballot.length })}
        {fields.kind === "budget" && `, ${say("plans.sum", { sum: euros(sum, language) })}. `}
        {fields.kind === "budget" && say("plans.of", { budget: euros(centsOf(fields.budget) ?? 0, language) })}
      </p>
      <Checkbox
        checked={fields.judging}
        label={say("plans.judging")}
        onChange={(_, given) => change({ judging: given.checked === true })}
      />
      {fields.judging && <p className={styles.small}>{say("plans.judging.hint")}</p>}
      {faultAt(faults, "plans") && <p role="alert">{faultAt(faults, "plans")}</p>}
      <ul className={styles.list}>
        {options.map((option) => (
          <PlanRow
            key={option.key}
            option={option}
            fields={fields}
            faults={faults}
            kern={kern}
            open={open === option.key || faulty === option.key}
            onOpen={(wanted) => setOpen(wanted ? option.key : null)}
            onChange={put}
            onRemove={() => change({ options: options.filter(({ key }) => key !== option.key) })}
          />
        ))}
      </ul>
      <div className={styles.row}>
        <Button
          id="plans"
          icon={<Icon name="plus" size={18} />}
          onClick={() => {
            const option = emptyOption(newKey());
            add([option]);
            setOpen(option.key);
          }}
        >
          {say("plans.add")}
        </Button>
        <Button icon={<Icon name="note" size={18} />} aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {say("plans.from")}
        </Button>
      </div>
      {picking && (
        <FromProposals
          kern={kern}
          taken={options.flatMap(({ proposal }) => proposal ?? [])}
          onPut={(proposals) => {
            add(
              proposals.map(({ proposal, title, excerpt, photo, place }) => ({
                ...emptyOption(newKey()),
                proposal,
                label: title.slice(0, 140),
                summary: excerpt.slice(0, 600),
                photo,
                place: place && { latitude: place.latitude, longitude: place.longitude },
              })),
            );
            setPicking(false);
          }}
        />
      )}
      {leftOff(fields).length > 0 && (
        <section>
          <h2>{say("plans.left")}</h2>
          <ul>
            {leftOff(fields).map(({ key, label, reason, by }) => (
              <li key={key}>
                {label}: {reason} {by && `(${by})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {fields.kind === "budget" && <PlanTerms fields={fields} change={change} faults={faults} />}
      <p className={styles.small}>{say("plans.kinds")}</p>
    </>
  );
}
