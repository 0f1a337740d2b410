import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import { useForgetAll } from "../session.tsx";
import { Outcome } from "./outcome.tsx";
import { peopleApi } from "./people-api.ts";
import { takeToken } from "./take-token.ts";

/** Where the link in the mail to a new address leads. As with joining, the token is sent only when the person presses. */
export function AddressPage() {
  const say = useText("members");
  const words = useFaultWords();
  const forgetAll = useForgetAll();
  const [token] = useState(takeToken);
  const confirm = useMutation({ mutationFn: (given: string) => peopleApi.confirmEmailChange(given), onSuccess: forgetAll });
  if (confirm.data)
    return (
      <Outcome icon="check" title={say("address.done")}>
        <p>{say(confirm.data.webOnly ? "address.done.webOnly" : "address.done.body", { email: confirm.data.email })}</p>
        <GoButton to={paths.home()} appearance="primary" size="large">
          {say("onward")}
        </GoButton>
      </Outcome>
    );
  if (!token || confirm.error)
    return (
      <Outcome icon="clock" tone="wait" title={say("address.failed")}>
        <p>{confirm.error ? words(confirm.error) : say("confirm.wrong.body")}</p>
        <PhoneLine />
      </Outcome>
    );
  return (
    <Outcome icon="mail" title={say("address.confirm")}>
      <p>{say("address.confirm.body")}</p>
      <BusyButton appearance="primary" size="large" busy={confirm.isPending} onClick={() => confirm.mutate(token)}>
        {say("address.confirm.deed")}
      </BusyButton>
    </Outcome>
  );
}
