import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useGo } from "../kit/go.tsx";
import { useText } from "../language.ts";
import { pollingApi } from "./polling-api.ts";

/** Taking a planned poll away, after one more question. */
export function CancelPoll({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => pollingApi.cancel(poll.poll),
    onSuccess() {
      announce(say("cancel.done"));
      go(paths.desk(poll.municipality), { replace: true });
      queries.removeQueries({ queryKey: ["polls", "one", poll.poll] });
      void queries.invalidateQueries({ queryKey: ["polls"] });
    },
  });
  if (!asking)
    return (
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {say("cancel")}
      </Button>
    );
  return (
    <>
      <p role="alert">{cancel.error ? words(cancel.error) : say("cancel.sure")}</p>
      <BusyButton busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {say("cancel.yes")}
      </BusyButton>
      <Button appearance="subtle" onClick={() => setAsking(false)}>
        {say("cancel.no")}
      </Button>
    </>
  );
}
