import type { ProposalView } from "../../proposals/contract.ts";
import { dateInWords } from "../../shared/time.ts";
import { Exactly } from "../kit/moment.tsx";
import { useLanguage, useText } from "../language.ts";
import styles from "./history.module.css";

/** Everything that happened, with date and time; folded until somebody wants to know. */
export function History({ proposal }: { proposal: ProposalView }) {
  const say = useText("proposals");
  const language = useLanguage();
  if (proposal.history.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>{say("history")}</summary>
      <ol>
        {proposal.history.map((event) => (
          <li key={`${event.event} ${event.at}`}>
            <strong>{say(`event.${event.event}`)}</strong>
            <span className="muted small">
              <Exactly at={event.at} />
            </span>
            {event.reason && <p>{event.reason}</p>}
            {event.answerDue && <p>{say("handling.due", { day: dateInWords(new Date(event.answerDue), language) })}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
