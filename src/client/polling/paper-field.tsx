import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import type { PaperBallot, PollView } from "../../voting/contract.ts";
import more from "../kit/more.module.css";
import { useText } from "../language.ts";
import { useOptionLabel } from "../voting/option-label.ts";
import { givesPoints, isFault, readTyped, withNumber } from "./paper-typed.ts";
import styles from "./polling.module.css";
import { paperOf, usePaperWords } from "./use-paper-words.ts";

interface PaperFieldProps {
  poll: PollView;
  label: string;
  /** Enter with a good ballot. */
  onBallot: (ballot: PaperBallot) => void;
  /** Backspace in an empty field. */
  onBack?: () => void;
}

/** One paper ballot by its printed numbers: digits, space between, Enter for the next; or pressed with a thumb. */
export function PaperField({ poll, label, onBallot, onBack }: PaperFieldProps) {
  const say = useText("polling");
  const words = usePaperWords(poll);
  const name = useOptionLabel();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState("");
  const paper = paperOf(poll);
  const write = (next: string) => {
    setTyped(next);
    setFault("");
  };
  const take = (ballot: PaperBallot) => {
    write("");
    onBallot(ballot);
    input.current?.focus();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readTyped(paper, typed);
    if (isFault(read)) {
      setFault(words.fault(read));
      input.current?.focus();
    } else take(read);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Backspace" || typed !== "" || !onBack) return;
    event.preventDefault();
    onBack();
  };
  return (
    <form noValidate onSubmit={send} className={styles.fields}>
      <Field
        label={label}
        hint={say(
          givesPoints(poll.form) ? "entry.hint.points" : poll.form.kind === "ranking" ? "entry.hint.ranking" : "entry.hint",
        )}
        validationMessage={fault || undefined}
        size="large"
      >
        <Input
          ref={input}
          inputMode={givesPoints(poll.form) ? "text" : "decimal"}
          autoComplete="off"
          value={typed}
          maxLength={600}
          onKeyDown={onKey}
          onChange={(_, given) => write(given.value)}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary">
          {say("entry.next")}
        </Button>
        <Button onClick={() => take("spoiled")}>{say("entry.spoil")}</Button>
      </div>
      <details className={more.more} open={poll.options.length <= 12 || undefined}>
        <summary>{say("entry.numbers")}</summary>
        <ol className={styles.options}>
          {poll.options.map((option, place) => (
            <li key={option.option}>
              <button
                type="button"
                className={styles.option}
                onClick={() => {
                  write(withNumber(paper, typed, place + 1));
                  input.current?.focus();
                }}
              >
                <span className={styles.key}>{place + 1}</span>
                {name(option)}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </form>
  );
}
