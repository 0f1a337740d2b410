import { Button, Spinner } from "@fluentui/react-components";
import type { Choice, PublicPollView } from "../../voting/contract.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import type { Sending } from "./ballot.ts";
import styles from "./booth.module.css";
import { ChosenList } from "./chosen-list.tsx";

interface BallotCheckProps {
  poll: PublicPollView;
  choice: Choice;
  /** An earlier visit was cut off while this ballot was on its way. */
  interrupted: boolean;
  sending: Sending;
  onBack: () => void;
  onCast: (choice: Choice) => void;
}

/** What one is about to cast, exactly; while it is on its way, and when no answer comes, what is happening. */
export function BallotCheck({ poll, choice, interrupted, sending, onBack, onCast }: BallotCheckProps) {
  const say = useText("voting");
  const words = useFaultWords();
  // Closed while we waited for an answer: whether the earlier attempt arrived, only the poll's own page can tell.
  const doubt = sending.is === "refused" && sending.problem.code === "poll-closed" && (sending.doubt || interrupted);
  const underWay = sending.is === "sending" || sending.is === "waiting";
  return (
    <>
      {interrupted && sending.is === "idle" && (
        <p className={styles.notice}>
          <Icon name="info" />
          {say("check.interrupted")}
        </p>
      )}
      <p>{poll.question}</p>
      <ChosenList poll={poll} choice={choice} />
      <div role="status">
        {sending.is === "waiting" && (
          <p className={styles.notice}>
            <Spinner size="tiny" />
            {say("check.waiting")}
          </p>
        )}
      </div>
      {sending.is === "refused" && (
        <div role="alert" className={styles.refused}>
          <p>
            <strong>{doubt ? say("check.doubt") : words(sending.problem)}</strong>
          </p>
          <PhoneLine />
        </div>
      )}
      <div className={styles.deeds}>
        <BusyButton busy={underWay} appearance="primary" size="large" onClick={() => onCast(choice)}>
          {say(underWay ? "check.sending" : interrupted && sending.is === "idle" ? "check.again" : "check.cast")}
        </BusyButton>
        {!underWay && (
          <Button size="large" onClick={onBack}>
            {say("check.other")}
          </Button>
        )}
      </div>
    </>
  );
}
