import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PaperStackView, PollView } from "../../voting/contract.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";

interface PaperStackProps {
  poll: PollView;
  stack: PaperStackView;
  mayPublish: boolean;
  onAgain: () => void;
  onSettle: () => void;
}

/** One stack: how far it is, by whom, and the next step. */
export function PaperStack({ poll, stack, mayPublish, onAgain, onSettle }: PaperStackProps) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const onSuccess = () => queries.invalidateQueries({ queryKey: pollingKeys.paper(poll.poll) });
  const publish = useMutation({ mutationFn: () => pollingApi.publishPaper(poll.poll, stack.stack), onSuccess });
  const discard = useMutation({ mutationFn: () => pollingApi.discardPaper(poll.poll, stack.stack), onSuccess });
  const fault = publish.error ?? discard.error;
  const counts = stack.ballots === null ? "" : ` ${say("stack.counts", { count: stack.ballots, spoiled: stack.spoiled ?? 0 })}`;
  return (
    <li>
      <div className={styles.line}>
        <span>
          <strong>{say("stack", { number: stack.stack })}</strong>
          <span className={styles.small}>
            {stack.state === "differs" ? say("stack.differs", { count: stack.differences.length }) : say(`stack.${stack.state}`)}
            {counts}
            {stack.by.length > 0 && ` ${say("stack.by", { names: stack.by.join(", ") })}`}
          </span>
        </span>
        <span className={styles.row}>
          {stack.waitsForYou && (
            <Button appearance="primary" onClick={onAgain}>
              {say("stack.again")}
            </Button>
          )}
          {stack.state === "entered-once" && !stack.waitsForYou && <span>{say("stack.other")}</span>}
          {stack.state === "differs" && (
            <Button appearance="primary" onClick={onSettle}>
              {say("stack.settle")}
            </Button>
          )}
          {stack.state === "agreed" && mayPublish && (
            <BusyButton appearance="primary" busy={publish.isPending} onClick={() => publish.mutate()}>
              {say("stack.publish")}
            </BusyButton>
          )}
          {stack.state !== "published" && !sure && (
            <Button appearance="subtle" onClick={() => setSure(true)}>
              {say("stack.discard")}
            </Button>
          )}
        </span>
      </div>
      {sure && (
        <div role="alert" className={styles.row}>
          <span>{say("stack.sure")}</span>
          <BusyButton busy={discard.isPending} onClick={() => discard.mutate()}>
            {say("cancel.yes")}
          </BusyButton>
          <Button onClick={() => setSure(false)}>{say("cancel.no")}</Button>
        </div>
      )}
      {fault && <p role="alert">{words(fault)}</p>}
    </li>
  );
}
