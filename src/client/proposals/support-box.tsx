import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ProposalView } from "../../proposals/contract.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { proposalsApi } from "./proposals-api.ts";
import styles from "./support-box.module.css";

/** How many people back this, and the button to do so too; support is public and can be taken back. */
export function SupportBox({ proposal }: { proposal: ProposalView }) {
  const say = useText("proposals");
  const shell = useText("shell");
  const words = useFaultWords();
  const queries = useQueryClient();
  const answered = proposal.answer !== null;
  const change = useMutation({
    mutationFn: (wanted: boolean) => proposalsApi.support(proposal.proposal, wanted),
    onSuccess(now) {
      queries.setQueryData<ProposalView>(keys.proposal(proposal.proposal), (before) => before && { ...before, ...now });
      void queries.invalidateQueries({ queryKey: ["proposals", "list"] });
      announce(
        `${say(now.supported ? "support.given" : "support.taken")} ${shell("proposal.support.count", { count: now.supportCount })}`,
      );
    },
  });
  return (
    <Box>
      <p className={styles.count}>
        <strong>{proposal.supportCount}</strong> {say("support.words", { count: proposal.supportCount })}
      </p>
      {answered && <p className="muted small">{say(proposal.supported ? "support.yours" : "support.closed")}</p>}
      {!answered && (proposal.can.support || proposal.supported) && (
        <div className={styles.deed}>
          <BusyButton
            busy={change.isPending}
            size="large"
            appearance={proposal.supported ? "secondary" : "primary"}
            icon={<Icon name="heart" filled={proposal.supported} />}
            pressed={proposal.supported}
            onClick={() => change.mutate(!proposal.supported)}
          >
            {say("support.deed")}
          </BusyButton>
          {proposal.supported && <p className="muted small">{say("support.undo")}</p>}
        </div>
      )}
      {proposal.mine && !answered && <p className="muted small">{say("support.own")}</p>}
      {change.error && (
        <p role="alert" className={styles.fault}>
          {words(change.error)}
        </p>
      )}
    </Box>
  );
}
