import { Field, Input, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ProposalView } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { type FormFault, faultAt, faultsBut, faultsOfForm } from "../form-faults.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { useGo } from "../kit/go.tsx";
import { Sheet } from "../kit/layout.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { localInput } from "./amsterdam-time.ts";
import styles from "./new-poll-form.module.css";
import { OptionsField } from "./options-field.tsx";
import { faultsOfPoll, type PollFields, pollFields, pollFormOf } from "./poll-form.ts";

interface NewPollFormProps {
  municipality: string;
  kern: string;
  proposal: ProposalView | undefined;
}

const day = 24 * 3_600_000;
/** Eight in the evening, so many days from now. */
const evening = (days: number): string => `${localInput(serverNow() + days * day).slice(0, 10)}T20:00`;

/** The question, the choices and the times of a new poll. */
export function NewPollForm({ municipality, kern, proposal }: NewPollFormProps) {
  const say = useText("voting");
  const words = useFaultWords();
  const go = useGo();
  const queries = useQueryClient();
  const [fields, setFields] = useState<PollFields>(() => ({
    question: proposal ? say("new.question.from", { title: proposal.title }).slice(0, 200) : "",
    explanation: "",
    kind: "for-against-abstain",
    options: ["", ""],
    atOnce: true,
    opensAt: evening(1),
    closesAt: evening(10),
  }));
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<PollFields>) => {
    setFields({ ...fields, ...part });
    setFaults(faultsBut(faults, Object.keys(part)));
  };
  const plan = useMutation({
    mutationFn: () => api.planPoll(kern, pollFormOf(fields, proposal?.proposal, serverNow())),
    async onSuccess({ poll }) {
      await queries.invalidateQueries({ queryKey: ["polls"] });
      go(paths.poll(municipality, poll), { replace: true });
    },
    onError(fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, pollFields, "question");
      setFaults(told.length > 0 ? told : [{ field: "question", sentence: words(problem) }]);
    },
  });

  function send(event: FormEvent): void {
    event.preventDefault();
    const found = faultsOfPoll(fields, serverNow(), {
      question: say("new.question.short"),
      two: say("new.options.two"),
      differ: say("new.options.differ"),
      time: say("new.time"),
      order: say("new.order"),
      past: say("new.past"),
    });
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0) plan.mutate();
  }

  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Sheet className={styles.sheet}>
        <Field
          label={say("new.question")}
          hint={say("new.question.hint")}
          validationMessage={faultAt(faults, "question")}
          size="large"
        >
          <Textarea
            id="question"
            rows={3}
            maxLength={200}
            aria-required
            value={fields.question}
            onChange={(_, given) => change({ question: given.value })}
          />
        </Field>
        <Field
          label={say("new.explanation")}
          hint={say("new.explanation.hint")}
          validationMessage={faultAt(faults, "explanation")}
          size="large"
        >
          <Textarea
            id="explanation"
            rows={4}
            resize="vertical"
            maxLength={2000}
            value={fields.explanation}
            onChange={(_, given) => change({ explanation: given.value })}
          />
        </Field>
        <Field label={say("new.kind")} size="large">
          <RadioGroup value={fields.kind} onChange={(_, given) => change({ kind: given.value as PollFields["kind"] })}>
            <Radio value="for-against-abstain" label={say("new.kind.fixed")} />
            <Radio value="own-options" label={say("new.kind.own")} />
          </RadioGroup>
        </Field>
        {fields.kind === "own-options" && (
          <OptionsField options={fields.options} fault={faultAt(faults, "options")} onChange={(options) => change({ options })} />
        )}
        <Field label={say("new.opens")} size="large">
          <RadioGroup value={fields.atOnce ? "now" : "later"} onChange={(_, given) => change({ atOnce: given.value === "now" })}>
            <Radio value="now" label={say("new.opens.now")} />
            <Radio value="later" label={say("new.opens.later")} />
          </RadioGroup>
        </Field>
        {!fields.atOnce && (
          <Field label={say("new.opensAt")} validationMessage={faultAt(faults, "opensAt")} size="large" className={styles.time}>
            <Input
              id="opensAt"
              type="datetime-local"
              aria-required
              value={fields.opensAt}
              onChange={(_, given) => change({ opensAt: given.value })}
            />
          </Field>
        )}
        <Field
          label={say("new.closesAt")}
          hint={say("new.closesAt.hint")}
          validationMessage={faultAt(faults, "closesAt")}
          size="large"
          className={styles.time}
        >
          <Input
            id="closesAt"
            type="datetime-local"
            aria-required
            value={fields.closesAt}
            onChange={(_, given) => change({ closesAt: given.value })}
          />
        </Field>
      </Sheet>
      <p>{say("new.frozen")}</p>
      <div>
        <BusyButton type="submit" appearance="primary" size="large" busy={plan.isPending}>
          {say(fields.atOnce ? "new.open" : "new.plan")}
        </BusyButton>
      </div>
    </form>
  );
}
