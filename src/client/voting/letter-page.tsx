import { Button, Field, Input } from "@fluentui/react-components";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { groupedLetterCode, isLetterCode, letterCodeLength, tidyLetterCode } from "../../shared/letter-code.ts";
import { paths } from "../../shared/links.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { Barred } from "./barred.tsx";
import type { Barrier } from "./barrier.ts";
import styles from "./booth.module.css";
import { BoothTop, BoothWindow } from "./booth-page.tsx";
import { BoothSteps } from "./booth-steps.tsx";
import { keptBallot } from "./device.ts";
import { usePublicPoll } from "./use-poll.ts";

function CodeForm({ poll, onCode }: { poll: PublicPollView; onCode: (code: string) => void }) {
  const say = useText("voting");
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | undefined>();
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = tidyLetterCode(typed);
    if (isLetterCode(code)) return onCode(code);
    setFault(
      code.length === letterCodeLength
        ? say("letter.wrong")
        : say("letter.length", { count: code.length, length: letterCodeLength }),
    );
    field.current?.focus();
  };
  return (
    <form noValidate className={styles.paper} onSubmit={submit}>
      <PageHeading>{say("letter")}</PageHeading>
      <p>{poll.question}</p>
      <p>{say("letter.how")}</p>
      <Field label={say("letter.code")} hint={say("letter.hint")} validationMessage={fault}>
        <Input
          ref={field}
          size="large"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={() => isLetterCode(tidyLetterCode(typed)) && setTyped(groupedLetterCode(tidyLetterCode(typed)))}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Field>
      <div className={styles.deeds}>
        <Button type="submit" appearance="primary" size="large">
          {say("onward")}
        </Button>
      </div>
      <PhoneLine />
    </form>
  );
}

function Voting({ poll }: { poll: PublicPollView }) {
  // With the pass on this device the letter is not needed any more.
  const [code, setCode] = useState(() => (keptBallot(poll.poll)?.pass ? "" : null));
  // Looked at once: a poll that closes later says so inside the booth.
  const [barrier, setBarrier] = useState<Barrier | null>(poll.state === "open" ? null : poll.state);
  const { assurance, minAge } = poll.electorate;
  return (
    <>
      <BoothTop poll={poll} leaveTo={paths.hall(poll.municipality, poll.poll)} />
      {barrier ? (
        <Barred poll={poll} barrier={barrier} again={() => setBarrier(null)} />
      ) : code === null ? (
        <CodeForm poll={poll} onCode={setCode} />
      ) : (
        <BoothSteps
          poll={poll}
          by={{ by: "letter", code }}
          age={assurance === "letter" ? minAge : null}
          onElsewhere={() => setBarrier("pass-elsewhere")}
        />
      )}
    </>
  );
}

/** The booth for who holds a voting letter: a code instead of an account. */
export function LetterPage() {
  const { gemeente = "", id = "" } = useParams({ strict: false });
  const { data, error, refetch } = usePublicPoll(gemeente, id);
  return (
    <BoothWindow>
      {data ? (
        <Voting poll={data} />
      ) : (
        <div className={styles.paper}>
          {error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}
        </div>
      )}
    </BoothWindow>
  );
}
