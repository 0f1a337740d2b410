import { Field, Input, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { dateTimeInWords } from "../../shared/time.ts";
import type { PollView } from "../../voting/contract.ts";
import { type FormFault, faultAt, faultsOfForm } from "../form-faults.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { useLanguage, useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { instantOf } from "../voting/amsterdam-time.ts";
import styles from "./polling.module.css";
import { pollingApi } from "./polling-api.ts";
import { usualClosing } from "./times.ts";

const dayMs = 86_400_000;

/** A later closing time, with a reason that everybody reads; never an earlier one. */
export function ExtendPoll({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const words = useFaultWords();
  const agreed = dateTimeInWords(new Date(poll.closesAt), useLanguage());
  const queries = useQueryClient();
  const [closesAt, setClosesAt] = useState(() => usualClosing(Date.parse(poll.closesAt) + dayMs, 0));
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const extend = useMutation({
    mutationFn: (until: string) => pollingApi.extendPoll(poll.poll, until, reason.trim()),
    async onSuccess() {
      announce(say("extend.done"));
      setReason("");
      await queries.invalidateQueries({ queryKey: ["polls"] });
    },
    onError(fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, ["closesAt", "reason"], "reason");
      setFaults(told.length > 0 ? told : [{ field: "reason", sentence: words(problem) }]);
      setAttempt(attempt + 1);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const until = instantOf(closesAt);
    const found: FormFault[] = [];
    if (until === null) found.push({ field: "closesAt", sentence: say("fault.time-needed") });
    else if (Date.parse(until) <= Date.parse(poll.closesAt)) found.push({ field: "closesAt", sentence: say("extend.later") });
    if (reason.trim().length < 5) found.push({ field: "reason", sentence: say("extend.reason.needed") });
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0 && until !== null) extend.mutate(until);
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <p>{say("extend.who", { now: agreed })}</p>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Field label={say("extend.until")} validationMessage={faultAt(faults, "closesAt")} size="large" className={styles.short}>
        <Input
          id="closesAt"
          type="datetime-local"
          aria-required
          value={closesAt}
          onChange={(_, given) => setClosesAt(given.value)}
        />
      </Field>
      <Field
        label={say("extend.reason")}
        hint={say("extend.reason.hint")}
        validationMessage={faultAt(faults, "reason")}
        size="large"
      >
        <Textarea id="reason" rows={3} maxLength={500} value={reason} onChange={(_, given) => setReason(given.value)} />
      </Field>
      <div>
        <BusyButton type="submit" busy={extend.isPending}>
          {say("extend.deed")}
        </BusyButton>
      </div>
    </form>
  );
}
