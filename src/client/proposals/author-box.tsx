import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ContactPerson } from "../../kernen/contract.ts";
import type { ProposalView } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./author-box.module.css";
import { proposalsApi } from "./proposals-api.ts";
import { useStep } from "./use-step.ts";

interface AuthorBoxProps {
  municipality: string;
  proposal: ProposalView;
  contact: ContactPerson | undefined;
}

function Withdraw({ proposal }: { proposal: ProposalView }) {
  const say = useText("proposals");
  const words = useFaultWords();
  const [asking, setAsking] = useState(false);
  const withdraw = useStep(
    () => proposalsApi.withdrawProposal(proposal.proposal),
    () => setAsking(false),
  );
  if (!asking) return <TextButton onClick={() => setAsking(true)}>{say("withdraw")}</TextButton>;
  return (
    <div className={styles.sure}>
      <p>{say(proposal.publishedAt ? "withdraw.published" : "withdraw.unpublished")}</p>
      <div className={styles.deeds}>
        <BusyButton busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {say("withdraw.sure")}
        </BusyButton>
        <Button appearance="subtle" onClick={() => setAsking(false)}>
          {say("withdraw.not")}
        </Button>
      </div>
      {withdraw.error && <p role="alert">{words(withdraw.error)}</p>}
    </div>
  );
}

/** For the author: what happens now with her proposal, and what she can do. */
export function AuthorBox({ municipality, proposal, contact }: AuthorBoxProps) {
  const say = useText("proposals");
  const { state } = proposal;
  const stage = state === "published" && proposal.treatment !== "none" ? proposal.treatment : state;
  return (
    <Box title={say(`mine.${stage}`)} tone={state === "returned" ? "asked" : "plain"}>
      {proposal.reason && (state === "returned" || state === "refused") && (
        <blockquote className={styles.reason}>
          <Paragraphs text={proposal.reason} />
        </blockquote>
      )}
      <p>{say(`mine.${stage}.next`, { name: contact?.name ?? say("contact") })}</p>
      {proposal.can.edit && (
        <GoButton to={paths.editProposal(municipality, proposal.proposal)} appearance="primary">
          {say("edit")}
        </GoButton>
      )}
      {proposal.can.withdraw && <Withdraw proposal={proposal} />}
    </Box>
  );
}
