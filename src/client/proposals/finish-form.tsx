import { Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { type FormFault, faultAt } from "../form-faults.ts";
import { useText } from "../language.ts";
import { OfficerForm, type OfficerFormProps } from "./officer-form.tsx";
import { treatmentApi } from "./treatment-api.ts";
import { useStep } from "./use-step.ts";

/** What came of it, in a sentence or two. */
export function FinishForm({ proposal, onDone, onCancel }: OfficerFormProps) {
  const say = useText("proposals");
  const first = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const finish = useStep(() => treatmentApi.finish(proposal.proposal, text.trim()), onDone);
  useEffect(() => first.current?.focus(), []);
  const check = (): FormFault[] => (text.trim().length < 5 ? [{ field: "finish", sentence: say("finish.needed") }] : []);
  return (
    <OfficerForm
      check={check}
      send={say("finish.send")}
      busy={finish.isPending}
      fault={finish.error}
      onSend={() => finish.mutate(undefined)}
      onCancel={onCancel}
    >
      {(faults) => (
        <Field label={say("finish.label")} hint={say("finish.hint")} validationMessage={faultAt(faults, "finish")}>
          <Textarea
            id="finish"
            ref={first}
            rows={3}
            resize="vertical"
            maxLength={500}
            value={text}
            onChange={(_, given) => setText(given.value)}
          />
        </Field>
      )}
    </OfficerForm>
  );
}
