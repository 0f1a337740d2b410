import { type FormFault, faultAt } from "../form-faults.ts";
import { useText } from "../language.ts";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import type { PlanFields } from "./plan.ts";

interface RuleSettingsProps {
  fields: PlanFields;
  change: (part: Partial<PlanFields>) => void;
  faults: FormFault[];
}

type NumberName = "quorum" | "seats" | "min" | "max" | "top" | "threshold";
type ChoiceName = "share" | "of" | "ranked" | "budgetRule" | "ballot" | "misfit";

const settings: Record<PlanFields["kind"], readonly (NumberName | ChoiceName)[]> = {
  "for-against": ["share", "of", "quorum"],
  consent: ["quorum"],
  one: [],
  several: ["seats", "min", "max"],
  order: ["ranked", "seats", "max"],
  scores: ["top", "seats"],
  budget: ["budgetRule", "ballot", "max", "misfit", "threshold"],
};

const choices: { [Name in ChoiceName]: readonly PlanFields[Name][] } = {
  share: ["half", "two-thirds"],
  of: ["votes", "roll"],
  ranked: ["schulze", "irv", "stv", "borda"],
  budgetRule: ["equal-shares", "most-votes", "votes-per-cost"],
  ballot: ["approval", "knapsack", "points", "ranking"],
  misfit: ["skip", "stop"],
};

const isChoice = (name: NumberName | ChoiceName): name is ChoiceName => name in choices;

/** Which settings matter: with equal shares a plan that does not fit never stops the count, and a basket has no most. */
function matters(name: NumberName | ChoiceName, { kind, budgetRule, ballot }: PlanFields): boolean {
  if (kind !== "budget") return true;
  if (name === "misfit") return budgetRule !== "equal-shares";
  return name !== "max" || ballot === "approval" || ballot === "ranking";
}

/** The rule behind the question, each choice with what it does. */
export function RuleSettings({ fields, change, faults }: RuleSettingsProps) {
  const say = useText("polling");
  const shown = settings[fields.kind].filter((name) => matters(name, fields));
  if (shown.length === 0) return <p>{say(`kind.${fields.kind}.means`)}</p>;
  return shown.map((name) =>
    isChoice(name) ? (
      <Choices
        key={name}
        id={name}
        legend={say(`set.${name}`)}
        value={fields[name] as string}
        options={choices[name].map((value) => ({
          value: value as string,
          label: say(`set.${name}.${value}` as "set.share.half"),
        }))}
        onChange={(value) => change({ [name]: value })}
      />
    ) : (
      <NumberField
        key={name}
        id={name}
        label={say(`set.${name}`)}
        hint={say(`set.${name}.hint`)}
        value={fields[name]}
        fault={faultAt(faults, name)}
        onChange={(value) => change({ [name]: value })}
      />
    ),
  );
}
