import { Field, Input, Textarea } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { type FormFault, faultAt, faultsBut, faultsOfForm } from "../form-faults.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { useGo } from "../kit/go.tsx";
import { Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import type { DraftFields } from "./draft.ts";
import styles from "./editor.module.css";
import { PhotoField } from "./photo-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { proposalsApi } from "./proposals-api.ts";
import { SaveState } from "./save-state.tsx";
import { Similar } from "./similar.tsx";
import { useDraft, type Written } from "./use-draft.ts";

interface EditorProps {
  municipality: string;
  kern: KernHomeView;
  written: Written;
}

const fields = ["title", "body", "place", "photo", "photoAlt"];

/** Writing a proposal: title, text, and if one likes a place and a photo. It saves itself; handing it in is the one button. */
export function Editor({ municipality, kern, written }: EditorProps) {
  const say = useText("proposals");
  const words = useFaultWords();
  const go = useGo();
  const queries = useQueryClient();
  const { draft, write: keep, saveNow } = useDraft(written);
  const { title, body, place, photo, photoAlt } = draft.fields;
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [sending, setSending] = useState(false);

  const write = (part: Partial<DraftFields>) => {
    keep(part);
    setFaults(faultsBut(faults, Object.keys(part)));
  };
  const faultsHere = (): FormFault[] => [
    ...(title.trim().length < 3 ? [{ field: "title", sentence: say("title.short") }] : []),
    ...(body.trim().length < 20 ? [{ field: "body", sentence: say("body.short") }] : []),
  ];

  async function handIn(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = faultsHere();
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length > 0 || sending) return;
    setSending(true);
    try {
      if (!(await saveNow())) return;
      await proposalsApi.submitProposal(written.proposal);
      forget(`nieuw.${kern.kern}`);
      await queries.invalidateQueries({ queryKey: ["proposals"] });
      go(paths.proposal(municipality, written.proposal), { replace: true });
    } catch (fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, fields, "title");
      setFaults(told.length > 0 ? told : [{ field: "submit", sentence: words(problem) }]);
    } finally {
      setSending(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void handIn(event)} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <div className={styles.columns}>
        <Sheet className={styles.sheet}>
          <Field label={say("title.label")} hint={say("title.hint")} validationMessage={faultAt(faults, "title")} size="large">
            <Input
              id="title"
              value={title}
              maxLength={140}
              aria-required
              onChange={(_, given) => write({ title: given.value })}
            />
          </Field>
          <Field label={say("body.label")} hint={say("body.hint")} validationMessage={faultAt(faults, "body")} size="large">
            <Textarea
              id="body"
              rows={9}
              resize="vertical"
              value={body}
              maxLength={4000}
              aria-required
              onChange={(_, given) => write({ body: given.value })}
            />
          </Field>
          <PlaceField kern={kern} place={place} onPlace={(chosen) => write({ place: chosen })} />
          <PhotoField photo={photo} photoAlt={photoAlt} onPhoto={write} />
        </Sheet>
        <Similar municipality={municipality} kern={kern.kern} text={title} />
      </div>
      <div className={styles.foot}>
        <BusyButton type="submit" appearance="primary" size="large" busy={sending}>
          {say("submit")}
        </BusyButton>
        <SaveState status={draft.status} />
      </div>
      <p className={styles.next}>{say("submit.next", { name: kern.contact.name })}</p>
    </form>
  );
}
