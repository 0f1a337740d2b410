import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PaperBallot, PaperStackView, PollView } from "../../voting/contract.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import { PaperField } from "./paper-field.tsx";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import { usePaperWords } from "./use-paper-words.ts";

/** Where two entries differ: both side by side, and that one ballot entered again, together, from the paper. */
export function PaperSettle({ poll, stack, done }: { poll: PollView; stack: PaperStackView; done: () => void }) {
  const say = useText("polling");
  const words = useFaultWords();
  const paperWords = usePaperWords(poll);
  const queries = useQueryClient();
  const [settled, setSettled] = useState<ReadonlyMap<number, PaperBallot | null>>(new Map());
  const put = (position: number, ballot: PaperBallot | null) => setSettled(new Map(settled).set(position, ballot));
  const settle = useMutation({
    mutationFn: () =>
      pollingApi.settlePaper(
        poll.poll,
        stack.stack,
        [...settled].map(([position, ballot]) => ({ position, ballot })),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: pollingKeys.paper(poll.poll) });
      done();
    },
  });
  const [first = "", second = ""] = stack.by;
  const open = stack.differences.find(({ position }) => !settled.has(position));
  return (
    <section className={styles.form}>
      <h2>{say("settle.title", { number: stack.stack })}</h2>
      <p>{say("settle.how")}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say("settle.place")}</th>
              <th scope="col">{first}</th>
              <th scope="col">{second}</th>
              <th scope="col">{say("settle.together")}</th>
            </tr>
          </thead>
          <tbody>
            {stack.differences.map((difference) => (
              <tr key={difference.position} className={settled.has(difference.position) ? undefined : styles.differs}>
                <th scope="row">{difference.position}</th>
                <td>{paperWords.ballot(difference.first)}</td>
                <td>{paperWords.ballot(difference.second)}</td>
                <td>
                  {settled.has(difference.position)
                    ? paperWords.ballot(settled.get(difference.position) ?? null)
                    : say("settle.open")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && (
        <>
          <PaperField
            key={open.position}
            poll={poll}
            label={say("settle.ballot", { number: open.position })}
            onBallot={(ballot) => put(open.position, ballot)}
          />
          {(open.first === null || open.second === null) && (
            <div>
              <Button onClick={() => put(open.position, null)}>{say("settle.absent")}</Button>
            </div>
          )}
        </>
      )}
      {settle.error && <p role="alert">{words(settle.error)}</p>}
      <div className={styles.foot}>
        {!open && (
          <BusyButton appearance="primary" busy={settle.isPending} onClick={() => settle.mutate()}>
            {say("settle.deed")}
          </BusyButton>
        )}
        {settled.size > 0 && <Button onClick={() => setSettled(new Map())}>{say("settle.anew")}</Button>}
        <Button appearance="subtle" onClick={done}>
          {say("back")}
        </Button>
      </div>
    </section>
  );
}
