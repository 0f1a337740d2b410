import { Button, Field, Input } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { PaperBallot, PollView } from "../../voting/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { PaperField } from "./paper-field.tsx";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import { usePaperWords } from "./use-paper-words.ts";

const mostInStack = 500;
/** So many of the last ballots stay in sight. */
const lastShown = 8;

interface Kept {
  code: string;
  ballots: PaperBallot[];
}

/** A stack that was begun on this device and not handed in; it carries no name, like the paper itself. */
function keptUnder(memory: string): Kept {
  try {
    const kept = JSON.parse(remembered(memory) ?? "null") as Kept | null;
    if (kept && typeof kept.code === "string" && Array.isArray(kept.ballots)) return kept;
  } catch {
    // What cannot be read was never whole.
  }
  return { code: "", ballots: [] };
}

/** A stack from top to bottom, ballot by ballot; `stack` 0 begins a new one, another number enters that one a second time. */
export function PaperEntry({ poll, stack, done }: { poll: PollView; stack: number; done: () => void }) {
  const say = useText("polling");
  const words = useFaultWords();
  const paperWords = usePaperWords(poll);
  const queries = useQueryClient();
  const memory = `papier.${poll.poll}.${stack}`;
  const [{ code, ballots }, setKept] = useState(() => keptUnder(memory));
  const [fault, setFault] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const keep = (next: Kept) => {
    setKept(next);
    setFault("");
    remember(memory, JSON.stringify(next));
  };
  const undo = () => {
    if (ballots.length === 0) return;
    keep({ code, ballots: ballots.slice(0, -1) });
    announce(say("entry.undone", { number: ballots.length }));
  };
  const enter = useMutation({
    mutationFn: () =>
      stack === 0 ? pollingApi.enterPaper(poll.poll, code, ballots) : pollingApi.enterPaperAgain(poll.poll, stack, code, ballots),
    async onSuccess() {
      forget(memory);
      await queries.invalidateQueries({ queryKey: pollingKeys.paper(poll.poll) });
      announce(say("entry.done"));
      done();
    },
    onError(problem) {
      const [first] = asProblem(problem).fields;
      setFault(first ? first.sentence || first.message : words(problem));
    },
  });
  const from = Math.max(0, ballots.length - lastShown);
  return (
    <section className={styles.form}>
      <h2 ref={title} tabIndex={-1}>
        {stack === 0 ? say("entry.new") : say("entry.again", { number: stack })}
      </h2>
      <p>{say("entry.order")}</p>
      <Field label={say("entry.code")} hint={say("entry.code.hint")} size="large" className={styles.short}>
        <Input value={code} maxLength={20} autoComplete="off" onChange={(_, given) => keep({ code: given.value, ballots })} />
      </Field>
      <p className={styles.tally} role="status">
        {say("entry.count", { count: ballots.length })}
      </p>
      {ballots.length < mostInStack ? (
        <PaperField
          poll={poll}
          label={say("entry.ballot", { number: ballots.length + 1 })}
          onBallot={(ballot) => keep({ code, ballots: [...ballots, ballot] })}
          onBack={undo}
        />
      ) : (
        <p>{say("entry.full", { most: mostInStack })}</p>
      )}
      {ballots.length > 0 && (
        <>
          <h3>{say("entry.last")}</h3>
          <ol className={styles.list} start={from + 1}>
            {ballots.slice(from).map((ballot, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a ballot is its place in the stack
              <li key={from + place}>
                {from + place + 1}. {paperWords.ballot(ballot)}
              </li>
            ))}
          </ol>
        </>
      )}
      {fault && <p role="alert">{fault}</p>}
      <div className={styles.foot}>
        <BusyButton
          busy={enter.isPending}
          onClick={() => {
            if (ballots.length === 0) setFault(say("entry.nothing"));
            else if (code.trim() === "") setFault(say("entry.code.needed"));
            else enter.mutate();
          }}
        >
          {say("entry.finish", { count: ballots.length })}
        </BusyButton>
        <Button onClick={undo}>{say("entry.undo")}</Button>
        <Button appearance="subtle" onClick={done}>
          {say("entry.later")}
        </Button>
      </div>
    </section>
  );
}
