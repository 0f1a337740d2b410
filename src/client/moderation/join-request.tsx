import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { JoinRequestView } from "../../members/contract.ts";
import { api } from "../api.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Exactly } from "../kit/moment.tsx";
import { ReasonForm } from "../kit/reason-form.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./desk.module.css";

interface Decision {
  decision: "accepted" | "refused";
  reason: string;
}

interface JoinRequestProps {
  request: JoinRequestView;
  /** It has the whole screen, so its name is the page's heading. */
  alone: boolean;
  done: () => void;
}

/** Somebody who wants to take part: who it is, and yes or no. */
export function JoinRequest({ request, alone, done }: JoinRequestProps) {
  const say = useText("moderation");
  const words = useFaultWords();
  const queries = useQueryClient();
  const title = say("join.title", { name: request.name, kern: request.kernName });
  const [refusing, setRefusing] = useState(false);
  const decide = useMutation({
    mutationFn: ({ decision, reason }: Decision) => api.decideJoinRequest(request.joinRequest, decision, reason),
    async onSuccess(_, { decision }) {
      announce(say(`join.${decision}`, { name: request.name }));
      done();
      await queries.invalidateQueries({ queryKey: keys.desk });
    },
  });
  return (
    <>
      {alone ? <PageHeading>{title}</PageHeading> : <h2>{title}</h2>}
      <dl className={styles.facts}>
        <div>
          <dt>{say("join.email")}</dt>
          <dd>{request.email}</dd>
        </div>
        <div>
          <dt>{say("join.confirmed")}</dt>
          <dd>
            <Exactly at={request.confirmedAt} />
          </dd>
        </div>
      </dl>
      {refusing ? (
        <Box title={say("join.refuse")} tone="officer">
          <ReasonForm
            hint={say("join.refuse.hint", { name: request.name })}
            templates={[say("join.refuse.1"), say("join.refuse.2")]}
            send={say("join.refuse.send")}
            busy={decide.isPending}
            fault={decide.error}
            onSend={(reason) => decide.mutate({ decision: "refused", reason })}
            onCancel={() => setRefusing(false)}
          />
        </Box>
      ) : (
        <Box title={say("join.ask", { name: request.name })} tone="officer">
          <div className={styles.deeds}>
            <BusyButton
              appearance="primary"
              busy={decide.isPending}
              onClick={() => decide.mutate({ decision: "accepted", reason: "" })}
            >
              {say("join.accept")}
            </BusyButton>
            <Button onClick={() => setRefusing(true)}>{say("join.refuse")}</Button>
          </div>
          {decide.error && <p role="alert">{words(decide.error)}</p>}
        </Box>
      )}
    </>
  );
}
