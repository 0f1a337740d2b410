import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { type FoundNumber, type KeptReceipt, numberOf, type Verdict } from "../../verifier/index.ts";
import { Section, Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { optionNames } from "./option-name.ts";
import styles from "./verifying.module.css";

interface MyVoteProps {
  poll: Verdict["poll"];
  receipts: readonly KeptReceipt[];
  found: FoundNumber | null;
  onFind: (number: string) => void;
}

/** "Controleer mijn stem": a number kept on this device, or typed. */
export function MyVote({ poll, receipts, found, onFind }: MyVoteProps) {
  const say = useText("verifying");
  const [typed, setTyped] = useState("");
  const look = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed);
  };
  const wrong = found?.state === "not-a-number" ? say("mine.not-a-number") : undefined;
  return (
    <Section title={say("mine")}>
      <Sheet className={styles.sheet}>
        <p>{say("mine.lead")}</p>
        <p className="muted">{say("mine.secret")}</p>
        {receipts.length > 0 && (
          <div className={styles.kept}>
            <p>{say("mine.kept")}</p>
            {receipts.map(({ commitment }) => (
              <Button key={commitment} onClick={() => onFind(numberOf(commitment))}>
                {numberOf(commitment)}
              </Button>
            ))}
          </div>
        )}
        <form className={styles.form} onSubmit={look} noValidate>
          <Field label={say("mine.number")} hint={say("mine.hint")} validationMessage={wrong}>
            <Input
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
            />
          </Field>
          <Button type="submit">{say("mine.look")}</Button>
        </form>
        <div role="status">{found && <Found poll={poll} found={found} />}</div>
      </Sheet>
    </Section>
  );
}

function Found({ poll, found }: { poll: Verdict["poll"]; found: FoundNumber }) {
  const say = useText("verifying");
  const name = optionNames(poll);
  if (found.state === "not-a-number") return null;
  const { number } = found;
  if (found.state === "absent")
    return (
      <div className={styles.found} data-state="failed">
        <strong>{say("mine.absent", { number })}</strong>
        <p>{say("mine.absent.body")}</p>
      </div>
    );
  const { choice, replaced, entry } = found;
  if (!choice) return <p className={styles.found}>{say("mine.withheld", { number })}</p>;
  const chosen =
    "points" in choice
      ? Object.entries(choice.points).map(([id, points]) => say("mine.points", { label: name(id), points }))
      : ("chosen" in choice ? choice.chosen : choice.ranking).map(name);
  const List = "ranking" in choice ? "ol" : "ul";
  return (
    <div className={styles.found}>
      <strong>{say(replaced ? "mine.replaced" : "mine.counted", { number, entry })}</strong>
      <p>{say("mine.chosen")}</p>
      {chosen.length === 0 && <p>{say("mine.blank")}</p>}
      <List>
        {chosen.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </List>
    </div>
  );
}
