import { Field, Input, Textarea } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { type FormFault, faultAt, faultsBut, faultsOfForm } from "../form-faults.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remember } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { Sheet } from "../kit/layout.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { AboutProposals } from "./about-proposals.tsx";
import styles from "./editor.module.css";
import {
  faultsInMeeting,
  fieldOf,
  type MeetingFields,
  type MeetingForm,
  meetingFieldNames,
  meetingForm,
} from "./meeting-form.ts";
import { PlaceFields } from "./place-fields.tsx";

interface MeetingEditorProps {
  kern: KernHomeView;
  /** The meeting as it stands. */
  stands: MeetingFields;
  /** As it was left on this device. */
  begun: MeetingFields;
  /** Under this name what is typed stays on this device until it is sent. */
  memory: string;
  send: string;
  /** What follows from sending it as it stands, in a sentence. */
  consequence: (fields: MeetingFields) => ReactNode;
  onSend: (form: MeetingForm) => Promise<void>;
}

/** What, when, where and for how many; nothing is refused while typing, and what is still needed is said above. */
export function MeetingEditor({ kern, stands, begun, memory, send, consequence, onSend }: MeetingEditorProps) {
  const say = useText("meetings");
  const words = useFaultWords();
  const [fields, setFields] = useState(begun);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [sending, setSending] = useState(false);
  useEffect(() => {
    if (fields !== begun) remember(memory, JSON.stringify(fields));
  }, [fields, begun, memory]);

  const write = (part: Partial<MeetingFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setFaults(faultsBut(faults, [...Object.keys(part), "submit"]));
  };
  async function handIn(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sending) return;
    const found = faultsInMeeting(fields, stands, serverNow(), say);
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    setSending(true);
    try {
      await onSend(meetingForm(fields));
      forget(memory);
    } catch (fault) {
      const problem = asProblem(fault);
      const named = problem.fields.map((each) => ({ ...each, path: fieldOf[each.path] ?? each.path }));
      const told = faultsOfForm(named, meetingFieldNames, "title");
      setFaults(told.length > 0 ? told : [{ field: "submit", sentence: words(problem) }]);
      setAttempt((before) => before + 1);
    } finally {
      setSending(false);
    }
  }
  const when = (name: "day" | "from" | "until" | "lastDay", type: "date" | "time") => (
    <Field label={say(name)} validationMessage={faultAt(faults, name)} size="large">
      <Input id={name} type={type} aria-required value={fields[name]} onChange={(_, to) => write({ [name]: to.value })} />
    </Field>
  );
  return (
    <form noValidate onSubmit={(event) => void handIn(event)} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Sheet className={styles.sheet}>
        <Field label={say("title")} hint={say("title.hint")} validationMessage={faultAt(faults, "title")} size="large">
          <Input id="title" value={fields.title} maxLength={140} aria-required onChange={(_, to) => write({ title: to.value })} />
        </Field>
        <div className={styles.when}>
          {when("day", "date")}
          {when("from", "time")}
          {when("until", "time")}
          {stands.lastDay !== "" && when("lastDay", "date")}
        </div>
        <PlaceFields kern={kern} fields={fields} faults={faults} onChange={write} />
        <Field label={say("text")} hint={say("text.hint")} validationMessage={faultAt(faults, "text")} size="large">
          <Textarea
            id="text"
            rows={7}
            resize="vertical"
            maxLength={4000}
            value={fields.text}
            onChange={(_, to) => write({ text: to.value })}
          />
        </Field>
        <Field
          label={say("capacity")}
          hint={say("capacity.hint")}
          validationMessage={faultAt(faults, "capacity")}
          size="large"
          className={styles.short}
        >
          <Input
            id="capacity"
            inputMode="numeric"
            maxLength={4}
            value={fields.capacity}
            onChange={(_, to) => write({ capacity: to.value })}
          />
        </Field>
        <AboutProposals kern={kern} chosen={fields.proposals} onChoose={(proposals) => write({ proposals })} />
      </Sheet>
      <p className={styles.consequence}>{consequence(fields)}</p>
      <div>
        <BusyButton type="submit" appearance="primary" size="large" busy={sending}>
          {send}
        </BusyButton>
      </div>
    </form>
  );
}
