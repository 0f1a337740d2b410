import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remembered } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { GoButton, useGo } from "../kit/go.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { keys } from "../queries.ts";
import { Outcome } from "./outcome.tsx";
import { safeReturn } from "./return-path.ts";
import { takeToken } from "./take-token.ts";

/** Where the link of the sign-in mail leads; pressed rather than done by itself, for the same reason as on the confirmation page. */
export function LinkPage() {
  const say = useText("members");
  const words = useFaultWords();
  const go = useGo();
  const queries = useQueryClient();
  const [token] = useState(takeToken);
  const open = useMutation({
    mutationFn: (given: string) => api.openSession(given),
    async onSuccess() {
      queries.clear();
      const me = await queries.fetchQuery({ queryKey: keys.me, queryFn: api.me });
      const back = safeReturn(remembered("terug"));
      forget("terug");
      const own = me.kernen[0];
      go(back ?? (own ? paths.kern(me.municipality, own.kern) : paths.home()), { replace: true });
    },
  });
  const problem = open.error ? asProblem(open.error) : null;
  if (!token || (problem && !problem.mayPass)) {
    const used = problem?.code === "link-used";
    return (
      <Outcome icon="clock" tone="wait" title={say(used ? "link.used" : "link.expired")}>
        <p>{say(used ? "link.used.body" : "link.expired.body")}</p>
        <GoButton to={paths.signIn()} appearance="primary" size="large">
          {say("link.anew")}
        </GoButton>
        <PhoneLine />
      </Outcome>
    );
  }
  return (
    <Outcome icon="person" title={say("link")}>
      <p>{say("link.body")}</p>
      {problem && <p role="alert">{words(problem)}</p>}
      <BusyButton appearance="primary" size="large" busy={open.isPending || open.isSuccess} onClick={() => open.mutate(token)}>
        {say("link.deed")}
      </BusyButton>
    </Outcome>
  );
}
