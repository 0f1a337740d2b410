import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { FoundStep, Part } from "../../provisioning/contract.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./admin.module.css";
import { StepLine } from "./step-line.tsx";
import { teamsApi, teamsKeys } from "./teams-api.ts";
import { byKern, type KernRow } from "./teams-state.ts";

const choices = ["all", "members", "channels", "tabs"] as const;
type Choice = (typeof choices)[number];

/** What will change and for which kernen, before it is done. What takes something away asks for a tick of its own. */
export function ApplyForm({ look, rows, close }: { look: string; rows: KernRow[]; close: () => void }) {
  const say = useText("provisioning");
  const words = useFaultWords();
  const queries = useQueryClient();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const able = rows.filter(({ steps }) => steps.length > 0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [choice, setChoice] = useState<Choice>("all");
  const [agreed, setAgreed] = useState(false);
  const part: Part | undefined = choice === "all" ? undefined : choice;
  const wanted = (step: FoundStep) => !left.has(step.kern) && (part === undefined || step.part === part);
  const kept = able.flatMap(({ steps }) => steps).filter((step) => wanted(step) && step.sign !== "-");
  const away = byKern(able, (step) => wanted(step) && step.sign === "-");
  const taken = away.flatMap(({ steps }) => steps);
  const count = kept.length + (agreed ? taken.length : 0);
  const apply = useMutation({
    mutationFn: () =>
      teamsApi.apply({
        look,
        takeAway: agreed,
        ...(left.size > 0 ? { kernen: able.map(({ kern }) => kern).filter((kern) => !left.has(kern)) } : {}),
        ...(part ? { part } : {}),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: teamsKeys.view }),
    onSuccess: close,
  });
  const toggle = (kern: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(kern);
    else next.add(kern);
    setLeft(next);
  };
  return (
    <div className={styles.form}>
      <h3 ref={title} tabIndex={-1}>
        {say("form.title")}
      </h3>
      <Field label={say("form.part")}>
        <RadioGroup value={choice} onChange={(_, to) => setChoice(to.value as Choice)} className={styles.parts}>
          {choices.map((one) => (
            <Radio key={one} value={one} label={say(`form.part.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <fieldset>
        <legend>{say("form.kernen")}</legend>
        <ul className={styles.picks}>
          {able.map(({ kern, name, steps }) => (
            <li key={kern}>
              {able.length > 1 ? (
                <Checkbox label={name} checked={!left.has(kern)} onChange={(_, to) => toggle(kern, to.checked === true)} />
              ) : (
                <strong>{name}</strong>
              )}
              <Kept name={name} steps={steps.filter((step) => wanted(step) && step.sign !== "-")} open={steps.length < few} />
            </li>
          ))}
        </ul>
        {able.length > 3 && (
          <TextButton quiet onClick={() => setLeft(new Set(left.size > 0 ? [] : able.map(({ kern }) => kern)))}>
            {say(left.size > 0 ? "form.all" : "form.none")}
          </TextButton>
        )}
      </fieldset>
      {away.length > 0 && (
        <div className={styles.away}>
          <p>
            <Icon name="alert" size={18} />
            {say("form.away")}
          </p>
          <dl>
            {away.map(({ kern, name, steps }) => (
              <div key={kern}>
                <dt>{name}</dt>
                {steps.map((step) => (
                  <dd key={step.identity}>
                    <StepLine step={step} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
          <Checkbox
            label={say("form.away.agree", { count: taken.length })}
            checked={agreed}
            onChange={(_, to) => setAgreed(to.checked === true)}
          />
        </div>
      )}
      {count === 0 && <p>{say("form.nothing")}</p>}
      <p className={styles.meta}>{say("form.safe")}</p>
      <div className={styles.deeds}>
        {count > 0 && (
          <BusyButton appearance="primary" busy={apply.isPending} onClick={() => apply.mutate()}>
            {say("form.apply", { count })}
          </BusyButton>
        )}
        <Button appearance="subtle" onClick={close}>
          {say("form.cancel")}
        </Button>
      </div>
      {apply.error && <p role="alert">{words(apply.error)}</p>}
    </div>
  );
}

/** A kern with fewer things to do than this is shown unfolded. */
const few = 4;

function Kept({ name, steps, open }: { name: string; steps: FoundStep[]; open: boolean }) {
  const say = useText("provisioning");
  if (steps.length === 0) return <span className={styles.meta}>{say("form.kern.none")}</span>;
  return (
    <details open={open}>
      <summary>
        {say("form.kern", { count: steps.length })}
        <span className="visually-hidden"> {name}</span>
      </summary>
      <ul className={styles.kept}>
        {steps.map((step) => (
          <li key={step.identity}>
            <StepLine step={step} />
          </li>
        ))}
      </ul>
    </details>
  );
}
