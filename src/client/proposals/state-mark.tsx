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
  const untreated = state !== "published" || treatment === "none";
  const words = () => {
    if (untreated) return say(`proposal.state.${state}`);
    if (!outcome) return say("proposal.inTreatment");
    return say(treatment === "done" ? "proposal.done" : `proposal.answered.${outcome}`);
  };
  return (
    <span className={styles.mark} data-state={state}>
      <Icon name={untreated ? icons[state] : outcome ? "talk" : "clock"} size={16} />
      {words()}
    </span>
  );
}
