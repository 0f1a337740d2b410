import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { useHost } from "../host-context.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import { Carry } from "./carry.tsx";
import { Secrecy } from "./secrecy.tsx";
import type { PassHandle } from "./use-pass.ts";

interface ReadingStepProps {
  poll: PublicPollView;
  /** Years; null where nothing is asked. */
  age: number | null;
  oldEnough: boolean;
  onOldEnough: (declared: boolean) => void;
  pass: PassHandle;
  onward: () => void;
}

/** What it is about, until when, who learns what; and at level 2 the voting pass, which can be fetched long before one votes. */
export function ReadingStep({ poll, age, oldEnough, onOldEnough, pass, onward }: ReadingStepProps) {
  const say = useText("voting");
  const words = useFaultWords();
  const { basepath } = useHost();
  const [tried, setTried] = useState(0);
  const undeclared = age !== null && !oldEnough;
  const go = (deed: () => void) => () => (undeclared ? setTried(tried + 1) : deed());
  const asksPass = pass.is === "needed" || pass.is === "asking" || pass.is === "failed";
  return (
    <>
      <ErrorSummary
        faults={tried > 0 && undeclared ? [{ field: "old-enough", sentence: say("age.needed", { age }) }] : []}
        attempt={tried}
      />
      {poll.explanation && <Paragraphs text={poll.explanation} />}
      {poll.proposal && (
        <p>
          <a
            href={(basepath === "/" ? "" : basepath) + paths.proposal(poll.municipality, poll.proposal)}
            target="_blank"
            rel="noopener"
          >
            {say("read.proposal")} <Icon name="out" size={16} />
          </a>
        </p>
      )}
      <p className="muted">
        {say("read.until")} <Exactly at={poll.closesAt} />. {say("read.change")}
      </p>
      {age !== null && (
        <Checkbox
          id="old-enough"
          size="large"
          label={say("age.declare", { age })}
          checked={oldEnough}
          onChange={(_, { checked }) => onOldEnough(checked === true)}
        />
      )}
      {asksPass && <p>{say("pass.why")}</p>}
      <div role="status">{pass.is === "here" && <p className={styles.received}>{say("pass.here")}</p>}</div>
      {pass.is === "failed" && (
        <div role="alert" className={styles.refused}>
          <p>
            <strong>{words(pass.problem)}</strong>
          </p>
          <p>{say("pass.nothing-lost")}</p>
          <PhoneLine />
        </div>
      )}
      <Secrecy poll={poll} />
      {pass.is === "here" && <Carry poll={poll} />}
      <div className={styles.deeds}>
        {asksPass ? (
          <BusyButton busy={pass.is === "asking"} appearance="primary" size="large" onClick={go(pass.ask)}>
            {say(pass.is === "failed" ? "pass.again" : "pass.get")}
          </BusyButton>
        ) : (
          <Button appearance="primary" size="large" onClick={go(onward)}>
            {say("onward")}
          </Button>
        )}
      </div>
    </>
  );
}
