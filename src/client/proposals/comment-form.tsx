import { Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Stance } from "../../proposals/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { stances } from "./by-stance.ts";
import styles from "./discussion.module.css";
import { proposalsApi } from "./proposals-api.ts";

interface CommentFormProps {
  proposal: string;
  /** Tells on which side the new comment stands. */
  onSent: (stance: Stance) => void;
}

/** Saying something oneself. What is half written stays on this device until it is sent. */
export function CommentForm({ proposal, onSent }: CommentFormProps) {
  const say = useText("proposals");
  const words = useFaultWords();
  const queries = useQueryClient();
  const memory = `reactie.${proposal}`;
  const [body, setBody] = useState(() => remembered(memory) ?? "");
  const [stance, setStance] = useState<Stance | "">("");
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (side: Stance) => proposalsApi.comment(proposal, side, body.trim()),
    async onSuccess(_, side) {
      forget(memory);
      setBody("");
      setStance("");
      setTried(false);
      onSent(side);
      announce(say("comment.sent"));
      await queries.invalidateQueries({ queryKey: keys.proposal(proposal) });
    },
  });
  const short = body.trim().length < 2;
  const write = (text: string) => {
    setBody(text);
    remember(memory, text);
    send.reset();
  };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (stance === "") document.getElementById("stance-for")?.focus();
        else if (short) document.getElementById("comment")?.focus();
        else send.mutate(stance);
      }}
    >
      <h3>{say("comment.title")}</h3>
      <Field label={say("comment.stance")} validationMessage={tried && stance === "" ? say("comment.choose") : undefined}>
        <RadioGroup value={stance} onChange={(_, given) => setStance(given.value as Stance)}>
          {stances.map((each) => (
            <Radio key={each} id={`stance-${each}`} value={each} label={say(`comment.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={say("comment.body")}
        hint={say("comment.hint")}
        validationMessage={tried && short ? say("comment.empty") : undefined}
      >
        <Textarea
          id="comment"
          rows={4}
          resize="vertical"
          maxLength={1000}
          value={body}
          onChange={(_, given) => write(given.value)}
        />
      </Field>
      {send.error && (
        <p role="alert" className={styles.fault}>
          {words(send.error)}
        </p>
      )}
      {send.isSuccess && (
        <p className={styles.sent}>
          <Icon name="check" />
          {say("comment.sent")}
        </p>
      )}
      <div>
        <BusyButton type="submit" appearance="primary" busy={send.isPending}>
          {say("comment.send")}
        </BusyButton>
      </div>
    </form>
  );
}
