import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import styles from "../voting/booth.module.css";
import { BoothTop, BoothWindow } from "../voting/booth-page.tsx";
import { usePoll } from "../voting/use-poll.ts";
import { HelpSteps } from "./help-steps.tsx";
import { takeHelped } from "./helped.ts";

function Help() {
  const say = useText("polling");
  const { id = "" } = useParams({ strict: false });
  const [helped] = useState(() => takeHelped(id));
  const { data, error, refetch } = usePoll(id);
  if (!data)
    return (
      <div className={styles.paper}>
        {error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}
      </div>
    );
  const roll = paths.deskRoll(data.municipality, id);
  return (
    <>
      <BoothTop poll={data} leaveTo={roll} />
      {helped && data.state === "open" ? (
        <HelpSteps poll={data} helped={helped} />
      ) : (
        <div className={styles.paper}>
          <h1>{say(data.state === "open" ? "help.nobody" : "help.closed")}</h1>
          <p>{say("help.nobody.body")}</p>
          <div>
            <GoButton to={roll} appearance="primary">
              {say("roll.title")}
            </GoButton>
          </div>
        </div>
      )}
    </>
  );
}

/** Voting together on the helper's device, which afterwards knows nothing of it. */
export function HelpPage() {
  return (
    <BoothWindow>
      <SignedIn>{() => <Help />}</SignedIn>
    </BoothWindow>
  );
}
