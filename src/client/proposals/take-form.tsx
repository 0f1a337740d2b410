import { Field, Input, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { dateOf } from "../../shared/time.ts";
import { type FormFault, faultAt } from "../form-faults.ts";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { OfficerForm, type OfficerFormProps } from "./officer-form.tsx";
import { treatmentApi } from "./treatment-api.ts";
import { useStep } from "./use-step.ts";

/** Who looks at it, and by when an answer is expected. */
export function TakeForm({ proposal, onDone, onCancel }: OfficerFormProps) {
  const say = useText("proposals");
  const first = useRef<HTMLTextAreaElement>(null);
  const [handledBy, setHandledBy] = useState(proposal.handling?.handledBy ?? "");
  const [answerDue, setAnswerDue] = useState(proposal.handling?.answerDue ?? "");
  const today = dateOf(new Date(serverNow()));
  const take = useStep(
    () => treatmentApi.take(proposal.proposal, { handledBy: handledBy.trim(), answerDue: answerDue || null }),
    onDone,
  );
  useEffect(() => first.current?.focus(), []);
  const check = (): FormFault[] => [
    ...(handledBy.trim().length < 5 ? [{ field: "handledBy", sentence: say("take.who.needed") }] : []),
    ...(answerDue !== "" && answerDue < today ? [{ field: "answerDue", sentence: say("take.due.past") }] : []),
  ];
  return (
    <OfficerForm
      check={check}
      send={say("take.send")}
      busy={take.isPending}
      fault={take.error}
      onSend={() => take.mutate(undefined)}
      onCancel={onCancel}
    >
      {(faults) => (
        <>
          <Field label={say("take.who")} hint={say("take.who.hint")} validationMessage={faultAt(faults, "handledBy")}>
            <Textarea
              id="handledBy"
              ref={first}
              rows={3}
              resize="vertical"
              maxLength={300}
              value={handledBy}
              onChange={(_, given) => setHandledBy(given.value)}
            />
          </Field>
          <Field label={say("take.due")} hint={say("take.due.hint")} validationMessage={faultAt(faults, "answerDue")}>
            <Input id="answerDue" type="date" min={today} value={answerDue} onChange={(_, given) => setAnswerDue(given.value)} />
          </Field>
        </>
      )}
    </OfficerForm>
  );
}
