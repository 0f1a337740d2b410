import type { ReactNode } from "react";
import type { AnswerOutcome, AnswerView, ProposalEventView, ProposalView } from "../../proposals/contract.ts";
import { dateInWords, dateOf } from "../../shared/time.ts";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useLanguage, useText } from "../language.ts";
import styles from "./answer-box.module.css";

export const outcomeIcons: Record<AnswerOutcome, IconName> = { yes: "check", partly: "minus", no: "cross" };

type Answered = Omit<AnswerView, "at"> & { at: string | null };

/** The municipality's answer: the outcome first, then why, then who says so. */
export function Answer({
  answer: { outcome, text, signedBy, at, correctedAt },
  children,
}: {
  answer: Answered;
  children?: ReactNode;
}) {
  const say = useText("proposals");
  const language = useLanguage();
  return (
    <section className={styles.answer} data-outcome={outcome}>
      <p className={styles.kicker}>{say("answer")}</p>
      <h2>
        <span className={styles.sign}>
          <Icon name={outcomeIcons[outcome]} size={18} />
        </span>
        {say(`outcome.${outcome}`)}
      </h2>
      <Paragraphs text={text} />
      <p className={styles.signed}>
        {signedBy}
        {at && (
          <>
            {" · "}
            <time dateTime={at}>{dateInWords(new Date(at), language)}</time>
          </>
        )}
      </p>
      {correctedAt && (
        <p className={styles.corrected}>
          <Icon name="pencil" size={18} />
          {say("answer.corrected", { day: dateInWords(new Date(correctedAt), language) })}
        </p>
      )}
      {children}
    </section>
  );
}

/** What stood there before each correction and why it was changed, the newest first. */
function FormerAnswers({ history }: { history: readonly ProposalEventView[] }) {
  const say = useText("proposals");
  const language = useLanguage();
  const corrections = history.flatMap(({ at, reason, former }) => (former ? [{ at, reason, former }] : [])).toReversed();
  if (corrections.length === 0) return null;
  return (
    <details className={styles.former}>
      <summary>{say("answer.former")}</summary>
      <ol>
        {corrections.map(({ at, reason, former }) => (
          <li key={at}>
            <p>
              <strong>{dateInWords(new Date(at), language)}</strong>: {reason}
            </p>
            <blockquote>
              <p>{say("answer.former.outcome", { outcome: say(`outcome.${former.outcome}`) })}</p>
              <Paragraphs text={former.text} />
              <p className={styles.signed}>{former.signedBy}</p>
            </blockquote>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Handling({ handledBy, answerDue }: { handledBy: string; answerDue: string | null }) {
  const say = useText("proposals");
  const language = useLanguage();
  const day = answerDue && dateInWords(new Date(answerDue), language);
  const late = answerDue !== null && answerDue < dateOf(new Date(serverNow()));
  return (
    <section className={styles.handling}>
      <h2>
        <Icon name="clock" size={20} />
        {say("handling")}
      </h2>
      <p>{handledBy}</p>
      {day && !late && <p className={styles.due}>{say("handling.due", { day })}</p>}
      {day && late && (
        <p className={styles.late}>
          <Icon name="alert" size={18} />
          {say("handling.late", { day })}
        </p>
      )}
    </section>
  );
}

/** What the municipality does with a published proposal, for everybody: who looks at it, its answer, what came of it. */
export function WhatTheMunicipalityDoes({ proposal: { handling, answer, finish, history } }: { proposal: ProposalView }) {
  const say = useText("proposals");
  const language = useLanguage();
  if (!answer) return handling && <Handling {...handling} />;
  return (
    <>
      <Answer answer={answer}>
        <FormerAnswers history={history} />
      </Answer>
      {finish && (
        <section className={styles.finish}>
          <h2>{say("finish")}</h2>
          <p>{finish.text}</p>
          <p className={styles.signed}>
            <time dateTime={finish.at}>{dateInWords(new Date(finish.at), language)}</time>
          </p>
        </section>
      )}
    </>
  );
}
