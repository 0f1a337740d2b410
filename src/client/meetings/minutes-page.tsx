import { Field, Input, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MeetingView } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { type FormFault, faultAt, faultsOfForm } from "../form-faults.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { useGo } from "../kit/go.tsx";
import { Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import styles from "./editor.module.css";
import { LeadFrame } from "./lead-frame.tsx";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

function MinutesForm({ municipality, meeting }: { municipality: string; meeting: MeetingView }) {
  const say = useText("meetings");
  const words = useFaultWords();
  const go = useGo();
  const queries = useQueryClient();
  const memory = `verslag.${meeting.meeting}`;
  const [text, setText] = useState(() => remembered(memory) ?? meeting.minutes?.text ?? "");
  const [attended, setAttended] = useState(() => meeting.minutes?.attended?.toString() ?? "");
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const count = attended.trim() === "" ? null : Number(attended.trim());
  const write = useMutation({
    mutationFn: () => meetingsApi.writeMinutes(meeting.meeting, text.trim(), count),
    async onSuccess() {
      forget(memory);
      await queries.invalidateQueries({ queryKey: meetingKeys.all });
      announce(say("minutes.done"));
      go(paths.meeting(municipality, meeting.meeting), { replace: true });
    },
    onError(fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, ["text", "attended"], "text");
      setFaults(told.length > 0 ? told : [{ field: "text", sentence: words(problem) }]);
      setAttempt((before) => before + 1);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found: FormFault[] = [];
    if (text.trim().length < 20) found.push({ field: "text", sentence: say("minutes.short") });
    if (count !== null && !/^\d{1,4}$/.test(attended.trim())) found.push({ field: "attended", sentence: say("attended.wrong") });
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0 && !write.isPending) write.mutate();
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <p>{meeting.title}</p>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Sheet className={styles.sheet}>
        <Field
          label={say("attended.label")}
          hint={say("attended.hint", { count: meeting.coming })}
          validationMessage={faultAt(faults, "attended")}
          size="large"
          className={styles.short}
        >
          <Input id="attended" inputMode="numeric" maxLength={4} value={attended} onChange={(_, to) => setAttended(to.value)} />
        </Field>
        <Field label={say("minutes.label")} hint={say("minutes.hint")} validationMessage={faultAt(faults, "text")} size="large">
          <Textarea
            id="text"
            rows={14}
            resize="vertical"
            maxLength={10_000}
            aria-required
            value={text}
            onChange={(_, to) => {
              setText(to.value);
              remember(memory, to.value);
            }}
          />
        </Field>
      </Sheet>
      <p className={styles.consequence}>{say("minutes.next")}</p>
      <div>
        <BusyButton type="submit" appearance="primary" size="large" busy={write.isPending}>
          {say("minutes.send")}
        </BusyButton>
      </div>
    </form>
  );
}

/** What was said and decided, and how many were there. */
export function MinutesPage() {
  const say = useText("meetings");
  return (
    <LeadFrame title={say("minutes")} may={(can) => can.writeMinutes} typing>
      {({ meeting, me }) => <MinutesForm municipality={me.municipality} meeting={meeting} />}
    </LeadFrame>
  );
}
