import { Button, Field, Textarea } from "@fluentui/react-components";
import { type FormEvent, useRef, useState } from "react";
import type { PublicPollView } from "../../voting/contract.ts";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import { keepBallot, keptBallot } from "./device.ts";
import { ballotFrom } from "./kept.ts";
import { readStoreCode } from "./store-code.ts";

export type Brought = "brought" | "not-a-code" | "other-here";

/** Takes over the ballot of another device, unless this device has one of its own. */
export function bringOver(poll: string, typed: string): Brought {
  const seed = readStoreCode(poll, typed);
  if (seed === null) return "not-a-code";
  const here = keptBallot(poll);
  if (here && here.seed !== seed) return "other-here";
  if (!here) keepBallot(poll, ballotFrom(seed));
  return "brought";
}

/** Typing or pasting the store code of the device on which the pass was taken or the vote was cast. */
export function BringOver({ poll, onBrought }: { poll: Pick<PublicPollView, "poll" | "level">; onBrought: () => void }) {
  const say = useText("voting");
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<Exclude<Brought, "brought"> | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const brought = bringOver(poll.poll, typed);
    if (brought === "brought") return onBrought();
    setFault(brought);
    field.current?.focus();
  };
  return (
    <form noValidate className={styles.carry} onSubmit={submit}>
      <h2>{say("bring")}</h2>
      <p>{say("bring.how")}</p>
      <Field label={say("bring.code")} hint={say("bring.hint")} validationMessage={fault ? say(`bring.${fault}`) : undefined}>
        <Textarea
          ref={field}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          maxLength={200}
          rows={3}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Field>
      <div className={styles.deeds}>
        <Button type="submit" appearance="primary" size="large">
          {say(poll.level === 2 ? "bring.pass" : "bring.vote")}
        </Button>
      </div>
    </form>
  );
}
