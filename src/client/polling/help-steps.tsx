import { Button, Checkbox } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { useHost } from "../host-context.ts";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { useText } from "../language.ts";
import { BallotCheck } from "../voting/ballot-check.tsx";
import { ballotOf } from "../voting/ballot-of.ts";
import styles from "../voting/booth.module.css";
import { ChooseStep } from "../voting/choose-step.tsx";
import { choiceOf, emptyFilling } from "../voting/filling.ts";
import type { KeptBallot } from "../voting/kept.ts";
import { makeSeed } from "../voting/slip.ts";
import { type BallotMemory, useBallot } from "../voting/use-ballot.ts";
import { useFilling } from "../voting/use-filling.ts";
import type { Helped } from "./helped.ts";

type Step = "hand-over" | "choose" | "divide" | "check";

/** After the vote the screen empties by itself, should nobody do it. */
const clearedAfterMs = 90_000;

/** Secrets of this ballot in the memory of the page, and nowhere else. */
function pageMemory(): BallotMemory {
  let kept: KeptBallot | null = null;
  return {
    read: () => kept,
    keep: (_, ballot) => {
      kept = ballot;
    },
  };
}

/** Leaves by loading a page anew: nothing of the vote is left in this one's memory, and going back does not lead here. */
function useClear(poll: PollView): () => void {
  const { basepath } = useHost();
  const path = paths.deskRoll(poll.municipality, poll.poll);
  return () => window.location.replace((basepath === "/" ? "" : basepath) + path);
}

function Done({ poll, number, clear }: { poll: PollView; number: string; clear: () => void }) {
  const say = useText("polling");
  useEffect(() => {
    const timer = setTimeout(clear, clearedAfterMs);
    return () => clearTimeout(timer);
  });
  return (
    <>
      <p>{say("help.done.body")}</p>
      <p>{say("help.number")}</p>
      <p className={styles.number}>{number}</p>
      <p>{say(poll.level === 2 ? "help.once.pass" : "help.once")}</p>
      <div className={styles.deeds}>
        <Button appearance="primary" size="large" onClick={clear}>
          {say("help.clear")}
        </Button>
      </div>
    </>
  );
}

/** Handing the device over, choosing, checking, casting, and an empty screen. */
export function HelpSteps({ poll, helped }: { poll: PollView; helped: Helped }) {
  const say = useText("polling");
  const [memory] = useState(pageMemory);
  const [order] = useState(makeSeed);
  const [oldEnough, setOldEnough] = useState(false);
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState<Step>("hand-over");
  const handle = useFilling(poll, emptyFilling, null);
  const { sending, cast } = useBallot(poll, { by: "help", voter: helped.voter, oldEnough }, memory);
  const clear = useClear(poll);
  const heading = useRef<HTMLHeadingElement>(null);
  const done = sending.is === "received";
  const age = poll.ageToDeclare;
  const title = done
    ? say("help.done")
    : step === "hand-over"
      ? say("help.title", { name: helped.name })
      : step === "check"
        ? say("help.check")
        : poll.question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings its own heading; that is what is announced
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    // The title of the window goes into the browser's history: it names nobody.
    document.title = `${say("help.window")} · Kernplein`;
  }, [step, done]);
  const afterChoosing = () => {
    if (poll.form.kind !== "points" || handle.filling.chosen.length === 0) return setStep("check");
    const { chosen, points } = handle.filling;
    if (chosen.some((option) => points[option] === undefined)) handle.divide();
    setStep("divide");
  };
  return (
    <div className={styles.paper}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {done && <Done poll={poll} number={memory.read(poll.poll)?.receipts.at(-1)?.number ?? ""} clear={clear} />}
      {!done && step === "hand-over" && (
        <>
          <p>{say("help.over")}</p>
          <p>{say("help.kept")}</p>
          {poll.explanation && <Paragraphs text={poll.explanation} />}
          {age !== null && (
            <Checkbox
              checked={oldEnough}
              label={say("roll.age", { name: helped.name, age })}
              onChange={(_, given) => setOldEnough(given.checked === true)}
            />
          )}
          {tried && age !== null && !oldEnough && <p role="alert">{say("help.age.needed")}</p>}
          <div className={styles.deeds}>
            <Button
              appearance="primary"
              size="large"
              onClick={() => {
                setTried(true);
                if (age === null || oldEnough) setStep("choose");
              }}
            >
              {say("onward")}
            </Button>
          </div>
        </>
      )}
      {!done && (step === "choose" || step === "divide") && (
        <ChooseStep
          key={step}
          poll={poll}
          handle={handle}
          dividing={step === "divide"}
          order={order}
          onBack={() => setStep(step === "divide" ? "choose" : "hand-over")}
          onward={step === "divide" ? () => setStep("check") : afterChoosing}
        />
      )}
      {!done && step === "check" && (
        <>
          <BallotCheck
            poll={poll}
            choice={choiceOf(ballotOf(poll), handle.filling)}
            interrupted={false}
            sending={sending}
            onBack={() => setStep("choose")}
            onCast={cast}
          />
          {sending.is === "waiting" && <p role="alert">{say("help.stay")}</p>}
        </>
      )}
    </div>
  );
}
