import type { ProposalState } from "../../proposals/contract.ts";
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

/** How far a proposal is, in a word with its sign: never by colour alone. */
export function StateMark({ state }: { state: ProposalState }) {
  const say = useText("shell");
  return (
    <span className={styles.mark} data-state={state}>
      <Icon name={icons[state]} size={16} />
      {say(`proposal.state.${state}`)}
    </span>
  );
}
