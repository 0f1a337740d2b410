import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { useHost } from "../host-context.ts";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { useText } from "../language.ts";
import { BallotCheck } from "./ballot-check.tsx";
import { BallotChoice } from "./ballot-choice.tsx";
import styles from "./booth.module.css";
import { Receipt } from "./receipt.tsx";
import { Secrecy } from "./secrecy.tsx";
import { unsentOption, useBallot } from "./use-ballot.ts";

const steps = ["read", "choose", "check", "done"] as const;
type Step = (typeof steps)[number];

function StepList({ at }: { at: Step }) {
  const say = useText("voting");
  const now = steps.indexOf(at);
  return (
    <ol className={styles.steps} aria-label={say("steps")}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? "step" : undefined} data-done={index < now}>
          <span>{index < now ? <Icon name="check" size={14} /> : index + 1}</span>
          {say(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Reading({ me, poll, onward }: { me: MeView; poll: PollView; onward: () => void }) {
  const say = useText("voting");
  const { basepath } = useHost();
  return (
    <>
      {poll.explanation && <Paragraphs text={poll.explanation} />}
      {poll.proposal && (
        <p>
          <a
            href={(basepath === "/" ? "" : basepath) + paths.proposal(me.municipality, poll.proposal)}
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
      <Secrecy />
      <div className={styles.deeds}>
        <Button appearance="primary" size="large" onClick={onward}>
          {say("onward")}
        </Button>
      </div>
    </>
  );
}

/** Reading, choosing, checking, done: one at a time, and back without losing the choice. */
export function BoothSteps({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("voting");
  const { sending, cast } = useBallot(poll);
  // A choice that is still kept was never acknowledged: an earlier visit was cut off while sending it.
  const [unsent] = useState(() => unsentOption(poll.poll));
  const [option, setOption] = useState(unsent ?? "");
  const [step, setStep] = useState<Step>(unsent ? "check" : "read");
  const shown: Step = sending.is === "received" ? "done" : step;
  const heading = useRef<HTMLHeadingElement>(null);
  const title = { read: poll.question, choose: poll.question, check: say("check"), done: say("done") }[shown];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings its own heading; that is what is announced
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    document.title = `${say(`step.${shown}`)} · ${poll.question} · Kernplein`;
  }, [shown]);
  return (
    <>
      <StepList at={shown} />
      <div className={styles.paper}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {shown === "read" && <Reading me={me} poll={poll} onward={() => setStep("choose")} />}
        {shown === "choose" && (
          <BallotChoice
            poll={poll}
            option={option}
            onChoose={setOption}
            onBack={() => setStep("read")}
            onward={() => setStep("check")}
          />
        )}
        {shown === "check" && (
          <BallotCheck
            poll={poll}
            option={option}
            interrupted={unsent !== null}
            sending={sending}
            onBack={() => setStep("choose")}
            onCast={() => cast(option)}
          />
        )}
        {shown === "done" && <Receipt me={me} poll={poll} replaced={sending.is === "received" && sending.replaced} />}
      </div>
    </>
  );
}
