import { Button, Checkbox } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { OnRollView, PollView } from "../../voting/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useGo } from "../kit/go.tsx";
import { useText } from "../language.ts";
import type { HelpedVoter } from "../voting/deliver.ts";
import { beginHelp } from "./helped.ts";
import styles from "./polling.module.css";
import { pollingApi } from "./polling-api.ts";

type Found = OnRollView["voters"][number];

const voterOf = ({ person, letter }: Found): HelpedVoter => (person === null ? { letter: letter ?? 0 } : { person });

/** Somebody on the roll: whether she has voted and by which way, and what can be done for her. */
export function VoterRow({ poll, voter }: { poll: PollView; voter: Found }) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const go = useGo();
  const [oldEnough, setOldEnough] = useState(false);
  const [paper, setPaper] = useState(false);
  const name = voter.name ?? say("roll.letterNumber", { number: voter.letter ?? 0 });
  const who = voterOf(voter);
  const after = async () => {
    setPaper(false);
    await queries.invalidateQueries({ queryKey: ["polls"] });
  };
  const mark = useMutation({
    mutationFn: () => pollingApi.markPaper(poll.poll, who, oldEnough),
    async onSuccess() {
      announce(say("roll.paper.done", { name }));
      await after();
    },
  });
  const takeBack = useMutation({ mutationFn: () => pollingApi.takePaperBack(poll.poll, who), onSuccess: after });
  const fault = mark.error ?? takeBack.error;
  return (
    <li>
      <div className={styles.line}>
        <span>
          <strong>{name}</strong>
          <span className={styles.small}>
            {say(`roll.is.${voter.marked}`)}
            {voter.shares > 0 && ` ${say("roll.shares", { count: voter.shares })}`}
          </span>
        </span>
        {voter.marked === "no" && (
          <span className={styles.row}>
            <Button
              appearance="primary"
              onClick={() => {
                beginHelp({ poll: poll.poll, voter: who, name });
                go(paths.helpBooth(poll.municipality, poll.poll));
              }}
            >
              {say("roll.together")}
            </Button>
            <Button onClick={() => setPaper(!paper)} aria-expanded={paper}>
              {say("roll.onPaper")}
            </Button>
          </span>
        )}
        {voter.marked === "paper" && (
          <BusyButton busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {say("roll.paperBack")}
          </BusyButton>
        )}
      </div>
      {paper && (
        <div className={styles.editor}>
          <p>{say("roll.paper.sure", { name })}</p>
          {poll.ageToDeclare !== null && (
            <Checkbox
              checked={oldEnough}
              label={say("roll.age", { name, age: poll.ageToDeclare })}
              onChange={(_, given) => setOldEnough(given.checked === true)}
            />
          )}
          <div>
            <BusyButton appearance="primary" busy={mark.isPending} onClick={() => mark.mutate()}>
              {say("roll.paper.deed")}
            </BusyButton>
          </div>
        </div>
      )}
      {fault && <p role="alert">{words(fault)}</p>}
    </li>
  );
}
