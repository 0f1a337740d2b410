import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useGo } from "../kit/go.tsx";
import { Sheet } from "../kit/layout.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { BallotPreview } from "./ballot-preview.tsx";
import { DryRunBox } from "./dry-run-box.tsx";
import { useElectorate, useNoLetters } from "./electorate-now.tsx";
import { onBallot } from "./plan.ts";
import { faultsOfStep, type Step, stepsOf } from "./plan-faults.ts";
import { definedOptions, formOf, planForm, ruleOf } from "./plan-form.ts";
import styles from "./polling.module.css";
import { pollingApi } from "./polling-api.ts";
import type { PlanHandle, PlanStart } from "./use-plan.ts";

interface StepCheckProps {
  start: PlanStart;
  plan: PlanHandle;
  kern: KernHomeView;
  go: (step: Step) => void;
}

/** To which step a fault of the server belongs. */
function stepOfPath(path: string): Step {
  if (/^(question|explanation|form|count|proposal)/.test(path)) return "question";
  if (/^(options|background)/.test(path)) return "plans";
  return /^(opensAt|closesAt)/.test(path) ? "when" : "who";
}

interface Lacking {
  step: Step;
  sentence: string;
}

/** What voters will see, a sample count, and the deed itself. */
export function StepCheck({ start, plan: { draft, fields, stop, goOn }, kern, go }: StepCheckProps) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const to = useGo();
  const [refused, setRefused] = useState<Lacking[]>([]);
  const lacking = stepsOf(fields).flatMap((step) =>
    faultsOfStep(step, fields, serverNow(), (code) => say(`fault.${code}`)).map(({ sentence }) => ({ step, sentence })),
  );
  const roll = useElectorate(kern.kern, fields)?.places ?? 100;
  const noLetters = useNoLetters(fields, start.changes);
  const trial = useMemo(
    () => ({ form: formOf(fields), count: ruleOf(fields), options: definedOptions(fields), roll }),
    [fields, roll],
  );
  const plan = useMutation({
    mutationFn: async () => {
      const draftSavedAt = await stop();
      const form = { ...planForm(fields, start.kern, serverNow()), draft, ...(draftSavedAt && { draftSavedAt }) };
      return start.changes === null ? pollingApi.plan(form) : pollingApi.change(start.changes, form);
    },
    async onSuccess({ poll }) {
      announce(say(fields.atOnce ? "check.done.open" : "check.done.plan"));
      await queries.invalidateQueries({ queryKey: ["polls"] });
      to(paths.deskPoll(kern.municipality, poll), { replace: true });
    },
    onError(fault) {
      goOn(fault);
      const { fields: told } = asProblem(fault);
      setRefused(told.map(({ path, sentence, message }) => ({ step: stepOfPath(path), sentence: sentence || message })));
    },
  });
  const all = [...lacking, ...refused];
  const unjudged = fields.judging ? onBallot(fields).filter(({ feasible }) => feasible === "unknown").length : 0;
  return (
    <div className={styles.form}>
      {all.length > 0 && (
        <Sheet className={styles.sheet}>
          <h2>{say("check.lacking")}</h2>
          <ul className={styles.list}>
            {all.map(({ step, sentence }) => (
              <li key={step + sentence} className={styles.line}>
                <span>{sentence}</span>
                <Button onClick={() => go(step)}>{say(`step.${step}`)}</Button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {lacking.length === 0 && (
        <>
          <Sheet className={styles.sheet}>
            <BallotPreview fields={fields} kern={kern} />
          </Sheet>
          <Sheet className={styles.sheet}>
            <DryRunBox trial={trial} unjudged={unjudged} noLetters={noLetters} />
          </Sheet>
          <p>{say("check.frozen")}</p>
        </>
      )}
      {plan.error && refused.length === 0 && <p role="alert">{words(plan.error)}</p>}
      <div className={styles.foot}>
        <BusyButton
          appearance="primary"
          size="large"
          busy={plan.isPending}
          onClick={() => {
            setRefused([]);
            const [first] = lacking;
            if (first) go(first.step);
            else plan.mutate();
          }}
        >
          {say(start.changes !== null ? "check.change" : fields.atOnce ? "check.open" : "check.plan")}
        </BusyButton>
        <Button size="large" onClick={() => go("when")}>
          {say("back")}
        </Button>
      </div>
    </div>
  );
}
