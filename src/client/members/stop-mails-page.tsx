import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { Outcome } from "./outcome.tsx";
import { peopleApi } from "./people-api.ts";
import { takeToken } from "./take-token.ts";

/** Where the line under a mail leads: one press stops that kind of mail. Not by itself, for programs open links to look at them. */
export function StopMailsPage() {
  const say = useText("members");
  const words = useFaultWords();
  const [token] = useState(takeToken);
  const stop = useMutation({ mutationFn: (given: string) => peopleApi.stopMails(given) });
  const problem = stop.error ? asProblem(stop.error) : null;
  if (stop.data)
    return (
      <Outcome icon="check" title={say("stop.done")}>
        <p>{say("stop.done.body", { mail: say(`mails.${stop.data.mail}`) })}</p>
        <p>{say("stop.done.undo")}</p>
        <GoButton to={paths.me(token?.split(".", 1)[0] ?? "")}>{say("stop.mine")}</GoButton>
      </Outcome>
    );
  if (!token || (problem && !problem.mayPass))
    return (
      <Outcome icon="clock" tone="wait" title={say("stop.failed")}>
        <p>{problem ? words(problem) : say("stop.failed.body")}</p>
        <PhoneLine />
      </Outcome>
    );
  return (
    <Outcome icon="mail" title={say("stop.ask")}>
      <p>{say("stop.ask.body")}</p>
      {problem && <p role="alert">{words(problem)}</p>}
      <BusyButton appearance="primary" size="large" busy={stop.isPending} onClick={() => stop.mutate(token)}>
        {say("stop.deed")}
      </BusyButton>
    </Outcome>
  );
}
