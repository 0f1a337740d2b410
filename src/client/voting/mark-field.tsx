import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { useText } from "../language.ts";
import { ComparePlans, useCompared } from "./compare-plans.tsx";
import { namesOne } from "./filling.ts";
import { PlanList } from "./plan-list.tsx";
import { PlanOption } from "./plan-option.tsx";
import styles from "./plans.module.css";
import type { FillingHandle } from "./use-filling.ts";

interface MarkFieldProps {
  poll: PublicPollView;
  plans: readonly OptionView[];
  handle: FillingHandle;
}

/** One option, or all the plans one likes, pressed with a thumb. */
export function MarkField({ poll, plans, handle }: MarkFieldProps) {
  const say = useText("voting");
  const { form } = poll;
  const compared = useCompared(poll, plans);
  const kind = namesOne(form) ? "one" : form.kind === "multiple" ? "multiple" : "all";
  const range = form.kind === "multiple" ? { min: form.min, max: form.max } : { min: 0, max: 0 };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{say(`choose.${kind}`, range)}</legend>
      {form.kind === "approval" && form.max !== null && <p>{say("choose.most", { max: form.max })}</p>}
      <PlanList poll={poll} plans={plans}>
        {(plan) => (
          <PlanOption
            poll={poll}
            plan={plan}
            type={namesOne(form) ? "radio" : "checkbox"}
            checked={handle.filling.chosen.includes(plan.option)}
            onPress={() => handle.press(plan.option)}
            deed={compared.button(plan)}
          />
        )}
      </PlanList>
      <ComparePlans {...compared} />
    </fieldset>
  );
}
