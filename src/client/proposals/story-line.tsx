import { dateInWords } from "../../shared/time.ts";
import { Icon } from "../kit/icon.tsx";
import { Left } from "../kit/moment.tsx";
import { useLanguage, useText } from "../language.ts";
import type { StoryStep } from "./story.ts";
import styles from "./story-line.module.css";

function When({ step }: { step: StoryStep }) {
  const language = useLanguage();
  if (!step.at) return null;
  if (step.step === "poll" && step.progress === "now") return <Left until={step.at} />;
  return <time dateTime={step.at}>{dateInWords(new Date(step.at), language)}</time>;
}

/** The road of a proposal, from left to right: dots that are full, half and empty, each with its word. */
export function StoryLine({ steps }: { steps: StoryStep[] }) {
  const say = useText("proposals");
  return (
    <ol className={styles.line} aria-label={say("story")}>
      {steps.map((step) => (
        <li key={step.step} data-progress={step.progress} aria-current={step.progress === "now" ? "step" : undefined}>
          <span className={styles.dot}>
            {step.progress === "done" && <Icon name="check" size={14} />}
            {step.progress === "stopped" && <Icon name="cross" size={14} />}
          </span>
          <span className={styles.word}>
            {say(`step.${step.step}`)}
            <span className="visually-hidden">, {say(`progress.${step.progress}`)}</span>
          </span>
          <When step={step} />
        </li>
      ))}
    </ol>
  );
}
