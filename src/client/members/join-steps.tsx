import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { KernView } from "../../kernen/contract.ts";
import { api } from "../api.ts";
import { type FormFault, faultAt, faultsBut, faultsOfForm, looksLikeEmail } from "../form-faults.ts";
import { KernPicker } from "../kernen/kern-picker.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Sheet } from "../kit/layout.tsx";
import { Silhouette } from "../kit/silhouettes.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useLanguage, useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import styles from "./members.module.css";

export interface Newcomer {
  name: string;
  email: string;
}

function StepOf({ number }: { number: number }) {
  const say = useText("members");
  return <p className={styles.step}>{say("join.step", { number, of: 3 })}</p>;
}

export function WhichKern({ kernen, onPick }: { kernen: KernView[]; onPick: (kern: KernView) => void }) {
  const say = useText("members");
  return (
    <>
      <div>
        <StepOf number={1} />
        <PageHeading>{say("join.kern")}</PageHeading>
      </div>
      <p>{say("join.kern.body")}</p>
      <KernPicker kernen={kernen} onPick={onPick} />
    </>
  );
}

interface WhoAreYouProps {
  kern: KernView;
  who: Newcomer;
  onOtherKern: () => void;
  onDone: (who: Newcomer) => void;
}

export function WhoAreYou({ kern, who, onOtherKern, onDone }: WhoAreYouProps) {
  const say = useText("members");
  const [name, setName] = useState(who.name);
  const [email, setEmail] = useState(who.email);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  function onward(event: FormEvent): void {
    event.preventDefault();
    const found = [
      ...(name.trim().length < 2 ? [{ field: "name", sentence: say("join.name.short") }] : []),
      ...(looksLikeEmail(email) ? [] : [{ field: "email", sentence: say("join.email.wrong") }]),
    ];
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0) onDone({ name: name.trim(), email: email.trim() });
  }
  return (
    <>
      <div>
        <StepOf number={2} />
        <PageHeading>{say("join.who")}</PageHeading>
      </div>
      <div className={styles.kern}>
        <Silhouette name={kern.silhouette} size={32} />
        <p>{say("join.in", { kern: kern.name })}</p>
        <TextButton onClick={onOtherKern}>{say("join.other")}</TextButton>
      </div>
      <form noValidate onSubmit={onward} className={styles.form}>
        <ErrorSummary faults={faults} attempt={attempt} />
        <Sheet className={styles.sheet}>
          <Field label={say("join.name")} hint={say("join.name.hint")} validationMessage={faultAt(faults, "name")} size="large">
            <Input
              id="name"
              autoComplete="name"
              aria-required
              value={name}
              onChange={(_, given) => {
                setName(given.value);
                setFaults(faultsBut(faults, ["name"]));
              }}
            />
          </Field>
          <Field
            label={say("join.email")}
            hint={say("join.email.hint")}
            validationMessage={faultAt(faults, "email")}
            size="large"
          >
            <Input
              id="email"
              type="email"
              inputMode="email"
              autoComplete="email"
              aria-required
              value={email}
              onChange={(_, given) => {
                setEmail(given.value);
                setFaults(faultsBut(faults, ["email"]));
              }}
            />
          </Field>
        </Sheet>
        <div>
          <Button type="submit" appearance="primary" size="large">
            {say("onward")}
          </Button>
        </div>
      </form>
    </>
  );
}

interface YourConsentProps {
  kern: KernView;
  who: Newcomer;
  onBack: () => void;
  onSent: () => void;
}

export function YourConsent({ kern, who, onBack, onSent }: YourConsentProps) {
  const say = useText("members");
  const words = useFaultWords();
  const language = useLanguage();
  const [agreed, setAgreed] = useState(false);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const ask = useMutation({
    mutationFn: () => api.askToJoin({ municipality: kern.municipality, kern: kern.kern, ...who, language, consent: true }),
    onSuccess: onSent,
    onError(fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, ["consent"], "consent");
      setFaults(told.length > 0 ? told : [{ field: "consent", sentence: words(problem) }]);
    },
  });
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempt(attempt + 1);
    setFaults(agreed ? [] : [{ field: "consent", sentence: say("join.consent.missing") }]);
    if (agreed) ask.mutate();
  }
  return (
    <>
      <div>
        <StepOf number={3} />
        <PageHeading>{say("join.consent")}</PageHeading>
      </div>
      <form noValidate onSubmit={send} className={styles.form}>
        <ErrorSummary faults={faults} attempt={attempt} />
        <Sheet className={styles.sheet}>
          <ul className={styles.consent}>
            {say("join.consent.text")
              .split(/(?<=\.) /)
              .map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
          </ul>
          <Field validationMessage={faultAt(faults, "consent")}>
            <Checkbox
              id="consent"
              size="large"
              checked={agreed}
              label={say("join.consent.yes")}
              onChange={(_, given) => {
                setAgreed(given.checked === true);
                setFaults([]);
              }}
            />
          </Field>
        </Sheet>
        <div className={styles.deeds}>
          <BusyButton type="submit" appearance="primary" size="large" busy={ask.isPending}>
            {say("join.send")}
          </BusyButton>
          <Button size="large" onClick={onBack}>
            {say("back")}
          </Button>
        </div>
      </form>
    </>
  );
}
