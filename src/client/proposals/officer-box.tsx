import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ProposalView } from "../../proposals/contract.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ReasonForm } from "../kit/reason-form.tsx";
import { useText } from "../language.ts";
import styles from "./officer-box.module.css";
import { proposalsApi } from "./proposals-api.ts";
import { useStep } from "./use-step.ts";

type Why = "return" | "refuse";

interface OfficerBoxProps {
  proposal: ProposalView;
  /** On the desk a decision waits for ten seconds; elsewhere it is carried out at once. */
  decide?: (deed: "accept" | "return" | "refuse", reason?: string) => void;
  /** A decision that was undone: its words are there to be changed. */
  taken?: { deed: "accept" | "return" | "refuse"; reason: string } | undefined;
}

/** What the officer may decide about a proposal that was handed in; a reason is written where it is given, with sentences to start from. */
export function OfficerBox({ proposal, decide, taken }: OfficerBoxProps) {
  const say = useText("proposals");
  const words = useFaultWords();
  const [why, setWhy] = useState<Why | null>(taken && taken.deed !== "accept" ? taken.deed : null);
  const after = (words: string) => () => {
    announce(words);
    setWhy(null);
  };
  const id = proposal.proposal;
  const publish = useStep(() => proposalsApi.publishProposal(id), after(say("officer.published")));
  const giveBack = useStep((reason: string) => proposalsApi.returnProposal(id, reason), after(say("officer.returned")));
  const refuse = useStep((reason: string) => proposalsApi.refuseProposal(id, reason), after(say("officer.refused")));
  const step = why === "return" ? giveBack : refuse;
  const templates = {
    return: ["return.1", "return.2", "return.3"] as const,
    refuse: ["refuse.1", "refuse.2", "refuse.3"] as const,
  };
  if (why)
    return (
      <Box title={say(`officer.${why}`)} tone="officer">
        <ReasonForm
          key={why}
          hint={say(`officer.${why}.hint`, { name: proposal.authorName })}
          begun={taken?.deed === why ? taken.reason : ""}
          templates={templates[why].map((key) => say(key))}
          send={say(`officer.${why}.send`)}
          busy={step.isPending}
          fault={step.error}
          onSend={(reason) => (decide ? decide(why, reason) : step.mutate(reason))}
          onCancel={() => setWhy(null)}
        />
      </Box>
    );
  return (
    <Box title={say("officer")} tone="officer">
      <div className={styles.deeds}>
        {proposal.can.publish && (
          <BusyButton
            appearance="primary"
            busy={publish.isPending}
            onClick={() => (decide ? decide("accept") : publish.mutate(undefined))}
          >
            {say("officer.publish")}
          </BusyButton>
        )}
        {proposal.can.return && <Button onClick={() => setWhy("return")}>{say("officer.return")}</Button>}
        {proposal.can.refuse && (
          <Button appearance="subtle" onClick={() => setWhy("refuse")}>
            {say("officer.refuse")}
          </Button>
        )}
      </div>
      {publish.error && <p role="alert">{words(publish.error)}</p>}
    </Box>
  );
}
