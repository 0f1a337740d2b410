import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ProposalView } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { GoButton } from "../kit/go.tsx";
import { useText } from "../language.ts";
import { AnswerForm, CorrectForm } from "./answer-form.tsx";
import { FinishForm } from "./finish-form.tsx";
import styles from "./officer-box.module.css";
import { TakeForm } from "./take-form.tsx";

type Form = "take" | "answer" | "correct" | "finish";

const forms = { take: TakeForm, answer: AnswerForm, correct: CorrectForm, finish: FinishForm } as const;

/**
 * What the officer can do with a published proposal: say who looks at it, answer, put that right, tell what came of it, have it
 * voted on.
 */
export function TreatmentBox({ municipality, proposal }: { municipality: string; proposal: ProposalView }) {
  const say = useText("proposals");
  const [form, setForm] = useState<Form | null>(null);
  const again = proposal.treatment === "in-treatment";
  if (form && proposal.can[form]) {
    const Shown = forms[form];
    return (
      <Box title={say(form === "take" && again ? "officer.take.again" : `officer.${form}`)} tone="officer">
        <Shown
          proposal={proposal}
          onDone={() => {
            announce(say(`officer.${form}.done`));
            setForm(null);
          }}
          onCancel={() => setForm(null)}
        />
      </Box>
    );
  }
  return (
    <Box title={say("officer")} tone="officer">
      <div className={styles.deeds}>
        {proposal.can.answer && (
          <Button appearance="primary" onClick={() => setForm("answer")}>
            {say("officer.answer")}
          </Button>
        )}
        {proposal.can.take && (
          <Button onClick={() => setForm("take")}>{say(again ? "officer.take.again" : "officer.take")}</Button>
        )}
        {proposal.can.finish && (
          <Button appearance="primary" onClick={() => setForm("finish")}>
            {say("officer.finish")}
          </Button>
        )}
        {proposal.can.correct && <Button onClick={() => setForm("correct")}>{say("officer.correct")}</Button>}
        <GoButton to={paths.newPoll(municipality, proposal.kern, proposal.proposal)}>{say("officer.poll")}</GoButton>
      </div>
    </Box>
  );
}
