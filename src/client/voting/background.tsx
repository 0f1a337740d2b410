import { dateInWords } from "../../shared/time.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { Box } from "../kit/box.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { useLanguage, useText } from "../language.ts";
import styles from "./poll-page.module.css";

/** What happens now that the result is there, in the officer's words. */
export function NextStepsTold({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  if (!poll.nextSteps) return null;
  return (
    <Box title={say("next-steps")}>
      <Paragraphs text={poll.nextSteps.words} />
      <p className="small muted">{poll.nextSteps.by}</p>
    </Box>
  );
}

/** The days around the vote, and plans that could not be done, each with its reason and who judged. */
export function Background({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  const language = useLanguage();
  const { phases, leftOff } = poll.background;
  const told = (["proposalsUntil", "judgedUntil", "decidedBy"] as const).flatMap((phase) => {
    const at = phases[phase];
    return at === undefined ? [] : [{ phase, day: dateInWords(new Date(at), language) }];
  });
  return (
    <>
      {told.length > 0 && (
        <ul>
          {told.map(({ phase, day }) => (
            <li key={phase}>{say(`phase.${phase}`, { day })}</li>
          ))}
        </ul>
      )}
      {leftOff.length > 0 && (
        <details className={styles.frozen}>
          <summary>{say("left-off", { count: leftOff.length })}</summary>
          <ul>
            {leftOff.map(({ label, reason, by }) => (
              <li key={label}>
                <strong>{label}</strong>: {reason} ({by})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
