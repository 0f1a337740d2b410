import { useMemo, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { ballotOf } from "../voting/ballot-of.ts";
import { ChooseStep } from "../voting/choose-step.tsx";
import { ChosenList } from "../voting/chosen-list.tsx";
import { choiceOf, emptyFilling } from "../voting/filling.ts";
import { Secrecy } from "../voting/secrecy.tsx";
import { useFilling } from "../voting/use-filling.ts";
import { leftOff, type PlanFields } from "./plan.ts";
import styles from "./polling.module.css";
import { previewPoll } from "./preview-poll.ts";

/** The booth's own ballot as wide as a phone, to try; nothing is sent and nothing is kept. */
export function BallotPreview({ fields, kern }: { fields: PlanFields; kern: KernHomeView }) {
  const say = useText("polling");
  const poll = useMemo(() => previewPoll(fields, kern, serverNow()), [fields, kern]);
  const handle = useFilling(poll, emptyFilling, null);
  const [step, setStep] = useState<"choose" | "divide" | "check">("choose");
  const left = leftOff(fields);
  return (
    <section className={styles.fields}>
      <h2>{say("preview")}</h2>
      <p>{say("preview.hint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.phone} aria-label={say("preview")} tabIndex={0}>
        <h3>{poll.question}</h3>
        {poll.explanation && <Paragraphs text={poll.explanation} />}
        <Secrecy poll={poll} />
        {step === "check" ? (
          <ChosenList poll={poll} choice={choiceOf(ballotOf(poll), handle.filling)} />
        ) : (
          <ChooseStep
            key={step}
            poll={poll}
            handle={handle}
            dividing={step === "divide"}
            onBack={() => setStep("choose")}
            onward={() => {
              const hearts = poll.form.kind === "points" && step === "choose" && handle.filling.chosen.length > 0;
              if (hearts) handle.divide();
              setStep(hearts ? "divide" : "check");
            }}
          />
        )}
      </section>
      {left.length > 0 && (
        <>
          <h3>{say("preview.left")}</h3>
          <ul>
            {left.map(({ key, label, reason, by }) => (
              <li key={key}>
                {label}: {reason} ({by})
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
