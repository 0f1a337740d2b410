import { dateOf, shownAs } from "../../shared/time.ts";
import { Icon } from "../kit/icon.tsx";
import { Left } from "../kit/moment.tsx";
import { useLanguage, useText } from "../language.ts";
import type { StoryStep } from "./story.ts";
import styles from "./story-line.module.css";

/** "22 nov", and with its year when that is not this one: these stand side by side. */
function shortDate(at: Date, language: "nl" | "en"): string {
  const year = (moment: Date) => dateOf(moment).slice(0, 4);
  const thisYear = year(at) === year(new Date());
  return shownAs(at, language, { day: "numeric", month: "short", ...(thisYear ? {} : { year: "numeric" }) });
}

function When({ step }: { step: StoryStep }) {
  const say = useText("proposals");
  const language = useLanguage();
  if (step.count !== undefined) return <span>{say("step.supported.count", { count: step.count })}</span>;
  if (!step.at) return null;
  if (step.step === "poll" && step.progress === "now") return <Left until={step.at} />;
  const day = shortDate(new Date(step.at), language);
  // A step to come bears no date but the one that was promised.
  return <time dateTime={step.at}>{step.step === "answered" && step.progress === "coming" ? say("step.by", { day }) : day}</time>;
}

/** So many steps stand side by side on a phone without breaking a word; more of them stand below each other there. */
const mostInRow = 3;

/** The road of a proposal: dots that are full, half and empty, each with its word. */
export function StoryLine({ steps }: { steps: StoryStep[] }) {
  const say = useText("proposals");
  return (
    <ol className={styles.line} aria-label={say("story")} data-long={steps.length > mostInRow}>
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
