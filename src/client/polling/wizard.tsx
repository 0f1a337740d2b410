import { Button } from "@fluentui/react-components";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { FormFault } from "../form-faults.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { fitTitle } from "../kit/fit-title.ts";
import { Sheet } from "../kit/layout.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { SaveState } from "../proposals/save-state.tsx";
import type { PlanFields } from "./plan.ts";
import { PlanConflict } from "./plan-conflict.tsx";
import { faultsOfStep, type Step, stepsOf } from "./plan-faults.ts";
import styles from "./polling.module.css";
import { StepCheck } from "./step-check.tsx";
import { StepPlans } from "./step-plans.tsx";
import { StepQuestion } from "./step-question.tsx";
import { StepWhen } from "./step-when.tsx";
import { StepWho } from "./step-who.tsx";
import { type PlanStart, usePlan } from "./use-plan.ts";

export interface StepProps {
  fields: PlanFields;
  change: (part: Partial<PlanFields>) => void;
  faults: FormFault[];
  kern: KernHomeView;
}

const screens = { question: StepQuestion, plans: StepPlans, who: StepWho, when: StepWhen };

function StepList({ steps, at, go }: { steps: Step[]; at: Step; go: (step: Step) => void }) {
  const say = useText("polling");
  return (
    <ol className={styles.steps} aria-label={say("steps")}>
      {steps.map((step, place) => (
        <li key={step} data-done={place < steps.indexOf(at)}>
          <button type="button" aria-current={step === at ? "step" : undefined} onClick={() => go(step)}>
            {place + 1} <span className={styles.stepName}>{say(`step.${step}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Putting a question to the vote: short pages one after the other, back and forth without loss. */
export function Wizard({ start, kern }: { start: PlanStart; kern: KernHomeView }) {
  const say = useText("polling");
  const router = useRouter();
  const search: { stap?: string } = useSearch({ strict: false });
  const plan = usePlan(start);
  const { fields, change, status } = plan;
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = stepsOf(fields);
  const at = steps.find((step) => step === search.stap) ?? "question";
  const title = say(`heading.${at}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings its own heading; that is what is announced
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    document.title = `${fitTitle(title, 60)} · Kernplein`;
  }, [at]);
  const go = (step: Step, draft = plan.draft) => {
    setFaults([]);
    void router.navigate({ to: ".", search: (before: object) => ({ ...before, concept: draft, stap: step }) });
  };
  const onward = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOfStep(at, fields, serverNow(), (code) => say(`fault.${code}`));
    setFaults(found);
    setAttempt(attempt + 1);
    const next = steps[steps.indexOf(at) + 1];
    if (found.length === 0 && next) go(next);
  };
  const touch = (part: Partial<PlanFields>) => {
    // What is being mended is no longer pointed at; which field of a plan that is, is known to the plan alone.
    if (faults.length > 0) setFaults([]);
    change(part);
  };
  const apart = () => go(at, plan.keepApart());
  const conflict = plan.conflict ? <PlanConflict municipality={kern.municipality} draft={plan.draft} apart={apart} /> : null;
  const Screen = at === "check" ? null : screens[at];
  return (
    <>
      <StepList steps={steps} at={at} go={go} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {Screen ? (
        <form noValidate onSubmit={onward} className={styles.form}>
          <ErrorSummary faults={faults} attempt={attempt} />
          <Sheet className={styles.sheet}>
            <Screen fields={fields} change={touch} faults={faults} kern={kern} />
          </Sheet>
          {conflict}
          <div className={styles.foot}>
            <Button type="submit" appearance="primary" size="large">
              {say("onward")}
            </Button>
            {at !== "question" && (
              <Button size="large" onClick={() => go(steps[steps.indexOf(at) - 1] ?? "question")}>
                {say("back")}
              </Button>
            )}
            {!plan.conflict && <SaveState status={status} />}
          </div>
        </form>
      ) : (
        (conflict ?? <StepCheck start={start} plan={plan} kern={kern} go={go} />)
      )}
    </>
  );
}
