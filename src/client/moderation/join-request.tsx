import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { JoinRequestView } from "../../members/contract.ts";
import { Box } from "../kit/box.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Exactly } from "../kit/moment.tsx";
import { ReasonForm } from "../kit/reason-form.tsx";
import { useText } from "../language.ts";
import type { Decision } from "./decisions.ts";
import styles from "./desk.module.css";
import type { Decide } from "./desk-detail.tsx";

interface JoinRequestProps {
  request: JoinRequestView;
  /** It has the whole screen, so its name is the page's heading. */
  alone: boolean;
  decide: Decide;
  taken: Decision | undefined;
}

/** Somebody who wants to take part: who it is, and yes or no. */
export function JoinRequest({ request, alone, decide, taken }: JoinRequestProps) {
  const say = useText("moderation");
  const title = say("join.title", { name: request.name, kern: request.kernName });
  const [refusing, setRefusing] = useState(taken?.deed === "refuse");
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
            begun={taken?.reason ?? ""}
            templates={[say("join.refuse.1"), say("join.refuse.2")]}
            send={say("join.refuse.send")}
            busy={false}
            fault={null}
            onSend={(reason) => decide("refuse", reason)}
            onCancel={() => setRefusing(false)}
          />
        </Box>
      ) : (
        <Box title={say("join.ask", { name: request.name })} tone="officer">
          <div className={styles.deeds}>
            <Button appearance="primary" onClick={() => decide("accept")}>
              {say("join.accept")}
            </Button>
            <Button onClick={() => setRefusing(true)}>{say("join.refuse")}</Button>
          </div>
        </Box>
      )}
    </>
  );
}
