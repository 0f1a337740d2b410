import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { useHost } from "../host-context.ts";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { Photo } from "../kit/photo.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useLanguage, useText } from "../language.ts";
import styles from "./plans.module.css";

/** Longer summaries are folded. */
const shownCharacters = 160;

export function PlanPrice({ plan }: { plan: OptionView }) {
  const language = useLanguage();
  if (plan.cost === 0) return null;
  return <span className={styles.price}>{euros(plan.cost, language)}</span>;
}

function Summary({ plan, label }: { plan: OptionView; label: string }) {
  const say = useText("voting");
  const [open, setOpen] = useState(false);
  const { summary } = plan;
  if (summary.length <= shownCharacters) return summary === "" ? null : <p className="written">{summary}</p>;
  return (
    <>
      <p className="written">{open ? summary : `${summary.slice(0, shownCharacters).replace(/\s+\S*$/, "")} …`}</p>
      <TextButton quiet expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? "plan.less" : "plan.more")}
        <span className="visually-hidden">: {label}</span>
      </TextButton>
    </>
  );
}

/** What one should know of a plan before choosing it: theme, summary, the proposal behind it. */
export function PlanFacts({ poll, plan, label }: { poll: PublicPollView; plan: OptionView; label: string }) {
  const say = useText("voting");
  const { basepath } = useHost();
  return (
    <>
      {plan.theme && <p className={styles.theme}>{plan.theme}</p>}
      <Summary plan={plan} label={label} />
      {plan.proposal && (
        <p>
          <a
            href={(basepath === "/" ? "" : basepath) + paths.proposal(poll.municipality, plan.proposal)}
            target="_blank"
            rel="noopener"
          >
            {say("read.proposal")}
            <span className="visually-hidden">: {label}</span> <Icon name="out" size={16} />
          </a>
        </p>
      )}
    </>
  );
}

/** A plan to read about, before the vote or by who has no vote in it. */
export function PlanRead({ poll, plan, label }: { poll: PublicPollView; plan: OptionView; label: string }) {
  return (
    <div className={styles.plan}>
      <div className={styles.press} id={`choice-${plan.option}`} tabIndex={-1}>
        <span className={styles.words}>
          <span className={styles.title}>{label}</span>
          <PlanPrice plan={plan} />
        </span>
        {plan.photo && <Photo photo={plan.photo} alt="" className={styles.photo} />}
      </div>
      <div className={styles.facts}>
        <PlanFacts poll={poll} plan={plan} label={label} />
      </div>
    </div>
  );
}
