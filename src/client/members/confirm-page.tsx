import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { JoinConfirmedView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { Outcome } from "./outcome.tsx";
import { takeToken } from "./take-token.ts";

function Confirmed({ municipality, confirmed }: { municipality: string; confirmed: JoinConfirmedView }) {
  const say = useText("members");
  useKern(municipality, confirmed.kern);
  const { kernName, name, state, webOnly } = confirmed;
  if (state === "waits-for-officer")
    return (
      <Outcome icon="clock" title={say("confirmed.waits", { name })}>
        <p>{say("confirmed.waits.body", { kern: kernName })}</p>
        {webOnly && <p>{say("confirmed.webOnly")}</p>}
        <PhoneLine />
      </Outcome>
    );
  return (
    <Outcome icon="check" title={say("confirmed.member", { name, kern: kernName })}>
      <p>{say(webOnly ? "confirmed.webOnly" : "confirmed.member.body", { kern: kernName })}</p>
      <p>{say("confirmed.signIn")}</p>
      <GoButton to={paths.signIn()} appearance="primary" size="large">
        {say("signIn")}
      </GoButton>
    </Outcome>
  );
}

function NotConfirmed({ fault, again }: { fault: unknown; again: () => void }) {
  const say = useText("members");
  const words = useFaultWords();
  const problem = asProblem(fault);
  const stands = problem.code === "link-used" ? problem.values.state : undefined;
  if (stands === "waits-for-officer" || stands === "refused")
    return (
      <Outcome icon="clock" tone="wait" title={say(stands === "refused" ? "confirm.refused" : "confirm.waiting")}>
        <p>{say(stands === "refused" ? "confirm.refused.body" : "confirm.waiting.body")}</p>
        <PhoneLine />
      </Outcome>
    );
  if (problem.code === "link-used")
    return (
      <Outcome icon="check" title={say("confirm.used")}>
        <p>{say("confirm.used.body")}</p>
        <GoButton to={paths.signIn()} appearance="primary" size="large">
          {say("signIn")}
        </GoButton>
        <PhoneLine />
      </Outcome>
    );
  if (problem.mayPass)
    return (
      <Outcome icon="cloud" tone="wait" title={say("confirm.notNow")}>
        <p>{words(problem)}</p>
        <BusyButton appearance="primary" size="large" busy={false} onClick={again}>
          {say("again")}
        </BusyButton>
        <PhoneLine />
      </Outcome>
    );
  const expired = problem.code === "link-expired";
  const title = say(expired ? "confirm.expired" : problem.sentence ? "confirm.notNow" : "confirm.wrong");
  return (
    <Outcome icon="clock" tone="wait" title={title}>
      <p>{expired ? say("confirm.expired.body") : problem.sentence || say("confirm.wrong.body")}</p>
      <GoButton to={paths.join()} appearance="primary" size="large">
        {say("confirm.anew")}
      </GoButton>
      <PhoneLine />
    </Outcome>
  );
}

/**
 * Where the link of the confirmation mail leads. The token is only sent when the person presses: programs that open links in mails to
 * look for viruses would otherwise use it up.
 */
export function ConfirmPage() {
  const say = useText("members");
  const [token] = useState(takeToken);
  const confirm = useMutation({ mutationFn: (given: string) => api.confirmJoin(given) });
  if (!token) return <NotConfirmed fault={null} again={() => {}} />;
  // The token of a mail begins with the municipality it is about.
  if (confirm.data) return <Confirmed municipality={token.split(".")[0] ?? ""} confirmed={confirm.data} />;
  if (confirm.error) return <NotConfirmed fault={confirm.error} again={() => confirm.mutate(token)} />;
  return (
    <Outcome icon="mail" title={say("confirm")}>
      <p>{say("confirm.body")}</p>
      <BusyButton appearance="primary" size="large" busy={confirm.isPending} onClick={() => confirm.mutate(token)}>
        {say("confirm.deed")}
      </BusyButton>
    </Outcome>
  );
}
