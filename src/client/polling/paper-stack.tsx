import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
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
          {stack.state !== "published" && (
            <BusyButton appearance="subtle" busy={discard.isPending} onClick={() => discard.mutate()}>
              {say("stack.discard")}
            </BusyButton>
          )}
        </span>
      </div>
      {fault && <p role="alert">{words(fault)}</p>}
    </li>
  );
}
