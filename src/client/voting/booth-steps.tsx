import { useEffect, useRef, useState } from "react";
import type { PublicPollView } from "../../voting/contract.ts";
import { fitTitle } from "../kit/fit-title.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import { BallotCheck } from "./ballot-check.tsx";
import { ballotOf, faultOf } from "./ballot-of.ts";
import styles from "./booth.module.css";
import { ChooseStep } from "./choose-step.tsx";
import { ClosedMeanwhile } from "./closed-meanwhile.tsx";
import type { Voter } from "./deliver.ts";
import { forgetDraft, keptBallot, keptDraft } from "./device.ts";
import { choiceOf, emptyFilling, fillingOf } from "./filling.ts";
import { ReadingStep } from "./reading-step.tsx";
import { Receipt } from "./receipt.tsx";
import { useBallot } from "./use-ballot.ts";
import { useFilling } from "./use-filling.ts";
import { usePass } from "./use-pass.ts";

const steps = ["read", "choose", "check", "done"] as const;
type Step = (typeof steps)[number] | "divide";

function StepList({ at }: { at: Step }) {
  const say = useText("voting");
  const now = at === "divide" ? "choose" : at;
  return (
    <ol className={styles.steps} aria-label={say("steps")}>
      {steps.map((step, index) => {
        const done = index < steps.indexOf(now);
        return (
          <li key={step} aria-current={step === now ? "step" : undefined} data-done={done}>
            <span>{done ? <Icon name="check" size={14} /> : index + 1}</span>
            {say(`step.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}

interface BoothStepsProps {
  poll: PublicPollView;
  /** By what right she votes; whether she is old enough she says here. */
  by: { by: "account" } | { by: "letter"; code: string };
  age: number | null;
  /** The pass was taken elsewhere. */
  onElsewhere: () => void;
}

/** What the booth begins with: a slip that was sent and not answered, else the draft of an earlier visit, else an empty ballot. */
function begin(poll: PublicPollView) {
  const unsent = keptBallot(poll.poll)?.unsent;
  if (unsent) return { filling: fillingOf(unsent.choice), unsent: true };
  const draft = keptDraft(poll.poll);
  const known = draft?.chosen.every((id) => poll.options.some(({ option }) => option === id));
  return { filling: draft && known ? draft : emptyFilling, unsent: false };
}

/** Reading, choosing, checking, done: one at a time, and back without losing the choice. */
export function BoothSteps({ poll, by, age, onElsewhere }: BoothStepsProps) {
  const say = useText("voting");
  const [start] = useState(() => begin(poll));
  const [oldEnough, setOldEnough] = useState(false);
  const voter: Voter = { ...by, oldEnough };
  const pass = usePass(poll, voter, onElsewhere);
  const handle = useFilling(poll, start.filling);
  const { sending, cast } = useBallot(poll, voter);
  const [step, setStep] = useState<Step>(start.unsent && faultOf(poll, start.filling) === null ? "check" : "read");
  const received = sending.is === "received";
  const shown: Step = received ? "done" : step;
  const heading = useRef<HTMLHeadingElement>(null);
  const isPoints = poll.form.kind === "points";
  const title = {
    read: poll.question,
    choose: poll.question,
    divide: say("divide", { total: poll.form.kind === "points" ? poll.form.total : 0 }),
    check: say("check"),
    done: say("done"),
  }[shown];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings its own heading; that is what is announced
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    const name = shown === "divide" ? "choose" : shown;
    document.title = `${fitTitle(`${say(`step.${name}`)} · ${poll.question}`, 60)} · Kernplein`;
  }, [shown]);
  useEffect(() => {
    if (received) forgetDraft(poll.poll);
  }, [received, poll.poll]);

  function afterChoosing() {
    if (!isPoints || handle.filling.chosen.length === 0) return setStep("check");
    const { chosen, points } = handle.filling;
    // Plans that were chosen since have no hearts yet: then all begin evenly again.
    if (chosen.some((option) => points[option] === undefined)) handle.divide();
    setStep("divide");
  }

  if (poll.state === "closed" && sending.is === "idle") return <ClosedMeanwhile poll={poll} />;
  return (
    <>
      <StepList at={shown} />
      <div className={styles.paper}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {shown === "read" && (
          <ReadingStep
            poll={poll}
            age={age}
            oldEnough={oldEnough}
            onOldEnough={setOldEnough}
            pass={pass}
            onward={() => setStep("choose")}
          />
        )}
        {(shown === "choose" || shown === "divide") && (
          <ChooseStep
            key={shown}
            poll={poll}
            handle={handle}
            dividing={shown === "divide"}
            onBack={() => setStep(shown === "divide" ? "choose" : "read")}
            onward={shown === "divide" ? () => setStep("check") : afterChoosing}
          />
        )}
        {shown === "check" && (
          <BallotCheck
            poll={poll}
            choice={choiceOf(ballotOf(poll), handle.filling)}
            interrupted={start.unsent}
            sending={sending}
            onBack={() => setStep("choose")}
            onCast={cast}
          />
        )}
        {sending.is === "received" && <Receipt poll={poll} signedIn={by.by === "account"} {...sending} />}
      </div>
    </>
  );
}
