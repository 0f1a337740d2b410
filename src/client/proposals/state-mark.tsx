import type { ProposalState, ProposalSummary } from "../../proposals/contract.ts";
import { Icon, type IconName } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./state-mark.module.css";

const icons: Record<ProposalState, IconName> = {
  draft: "pencil",
  submitted: "clock",
  returned: "alert",
  refused: "cross",
  published: "check",
  withdrawn: "back",
};

type Marked = Pick<ProposalSummary, "state" | "treatment" | "outcome">;

/** How far a proposal is, in a word with its sign: never by colour alone. */
export function StateMark({ proposal: { state, treatment, outcome } }: { proposal: Marked }) {
  const say = useText("shell");
  if (state === "published" && treatment === "in-treatment")
    return (
      <span className={styles.mark} data-state="published">
        <Icon name="clock" size={16} />
        {say("proposal.inTreatment")}
      </span>
    );
  if (state === "published" && outcome)
    return (
      <span className={styles.mark} data-state="published">
        <Icon name={outcome === "no" ? "cross" : "check"} size={16} />
        {say(treatment === "done" ? "proposal.done" : `proposal.answered.${outcome}`)}
      </span>
    );
  return (
    <span className={styles.mark} data-state={state}>
      <Icon name={icons[state]} size={16} />
      {say(`proposal.state.${state}`)}
    </span>
  );
}
