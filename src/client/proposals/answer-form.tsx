import { Button, Field, Input, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { AnswerOutcome, FormerAnswer } from "../../proposals/contract.ts";
import { type FormFault, faultAt } from "../form-faults.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import styles from "../kit/reason-form.module.css";
import { useText } from "../language.ts";
import { Answer } from "./answer-box.tsx";
import { OfficerForm, type OfficerFormProps } from "./officer-form.tsx";
import { treatmentApi } from "./treatment-api.ts";
import { useStep } from "./use-step.ts";

const outcomes = ["yes", "partly", "no"] as const satisfies readonly AnswerOutcome[];

interface Fields {
  outcome: AnswerOutcome | "";
  text: string;
  signedBy: string;
  /** Of a correction. */
  reason: string;
}

const empty: Fields = { outcome: "", text: "", signedBy: "", reason: "" };

function keptIn(memory: string, begun: Partial<Fields>): Fields {
  try {
    return { ...empty, ...begun, ...(JSON.parse(remembered(memory) ?? "{}") as Partial<Fields>) };
  } catch {
    return { ...empty, ...begun };
  }
}

/** The municipality's answer: written (kept on this device meanwhile), looked through as everybody will see it, and given. */
export function AnswerForm(props: OfficerFormProps) {
  return <AnswerFields {...props} correcting={false} />;
}

/** The same answer put right: it starts with what stands there, and asks why. */
export function CorrectForm(props: OfficerFormProps) {
  return <AnswerFields {...props} correcting />;
}

function AnswerFields({ proposal, onDone, onCancel, correcting }: OfficerFormProps & { correcting: boolean }) {
  const say = useText("proposals");
  const words = useFaultWords();
  const memory = `${correcting ? "verbetering" : "antwoord"}.${proposal.proposal}`;
  const [fields, setFields] = useState(() => keptIn(memory, (correcting && proposal.answer) || {}));
  const [checking, setChecking] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const check = useRef<HTMLDivElement>(null);
  const { outcome, text, signedBy, reason } = fields;
  const answer = useStep(
    (given: FormerAnswer) =>
      correcting
        ? treatmentApi.correct(proposal.proposal, { ...given, reason: reason.trim() })
        : treatmentApi.answer(proposal.proposal, given),
    () => {
      forget(memory);
      onDone();
    },
  );
  useEffect(() => (checking ? check.current : first.current)?.focus(), [checking]);
  const change = (to: Partial<Fields>) => {
    const next = { ...fields, ...to };
    setFields(next);
    remember(memory, JSON.stringify(next));
  };
  const faultsNow = (): FormFault[] => [
    ...(outcome === "" ? [{ field: "outcome-yes", sentence: say("answer.outcome.needed") }] : []),
    ...(text.trim().length < 20 ? [{ field: "answer", sentence: say("answer.text.needed") }] : []),
    ...(signedBy.trim().length < 2 ? [{ field: "signedBy", sentence: say("answer.signed.needed") }] : []),
    ...(correcting && reason.trim().length < 5 ? [{ field: "correctReason", sentence: say("correct.reason.needed") }] : []),
  ];
  if (checking && outcome !== "") {
    const given = { outcome, text: text.trim(), signedBy: signedBy.trim() };
    const moved = proposal.answer?.outcome !== outcome;
    return (
      <div ref={check} tabIndex={-1} className={styles.form}>
        <p>
          {correcting
            ? say(moved ? "correct.check.other" : "correct.check")
            : say("answer.check", { count: proposal.supportCount })}
        </p>
        <Answer answer={{ ...given, at: null, correctedAt: null }} />
        {correcting && <p>{say("correct.because", { reason: reason.trim() })}</p>}
        {answer.error && <p role="alert">{words(answer.error)}</p>}
        <div className={styles.deeds}>
          <BusyButton appearance="primary" busy={answer.isPending} onClick={() => answer.mutate(given)}>
            {say(correcting ? "correct.send" : "answer.send")}
          </BusyButton>
          <Button appearance="subtle" onClick={() => setChecking(false)}>
            {say("answer.change")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <OfficerForm
      check={faultsNow}
      send={say("answer.look")}
      busy={false}
      fault={null}
      onSend={() => setChecking(true)}
      onCancel={onCancel}
    >
      {(faults) => (
        <>
          <Field label={say("answer.outcome")} validationMessage={faultAt(faults, "outcome-yes")}>
            <RadioGroup value={outcome} onChange={(_, given) => change({ outcome: given.value as AnswerOutcome })}>
              {outcomes.map((each) => (
                <Radio
                  key={each}
                  id={`outcome-${each}`}
                  ref={each === "yes" ? first : undefined}
                  value={each}
                  label={say(`outcome.${each}`)}
                />
              ))}
            </RadioGroup>
          </Field>
          <Field label={say("answer.text")} hint={say("answer.text.hint")} validationMessage={faultAt(faults, "answer")}>
            <Textarea
              id="answer"
              rows={8}
              resize="vertical"
              maxLength={4000}
              value={text}
              onChange={(_, given) => change({ text: given.value })}
            />
          </Field>
          <Field label={say("answer.signed")} hint={say("answer.signed.hint")} validationMessage={faultAt(faults, "signedBy")}>
            <Input id="signedBy" maxLength={100} value={signedBy} onChange={(_, given) => change({ signedBy: given.value })} />
          </Field>
          {correcting && (
            <Field
              label={say("correct.reason")}
              hint={say("correct.reason.hint")}
              validationMessage={faultAt(faults, "correctReason")}
            >
              <Textarea
                id="correctReason"
                rows={3}
                resize="vertical"
                maxLength={500}
                value={reason}
                onChange={(_, given) => change({ reason: given.value })}
              />
            </Field>
          )}
        </>
      )}
    </OfficerForm>
  );
}
