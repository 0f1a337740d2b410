import { Field, Input } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ChatSettingView } from "../../notifications/contract.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { ErrorState, useFaultWords } from "../kit/error-state.tsx";
import { Skeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import styles from "./reach.module.css";
import { reachApi, reachKeys } from "./reach-api.ts";
import { minutesOf, timeOf } from "./time-of.ts";

function Form({ setting }: { setting: ChatSettingView }) {
  const say = useText("reach");
  const words = useFaultWords();
  const queries = useQueryClient();
  const [from, setFrom] = useState(timeOf(setting.quietFrom));
  const [until, setUntil] = useState(timeOf(setting.quietUntil));
  const keep = useMutation({
    mutationFn: () => reachApi.changeChat({ quietFrom: minutesOf(from), quietUntil: minutesOf(until) }),
    onSuccess: (kept) => {
      queries.setQueryData(reachKeys.chat, { ...setting, ...kept });
      announce(say("chat.saved"));
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <p>{say(setting.reachable ? "chat.reachable" : "chat.unreachable")}</p>
      <Field label={say("chat.from")} required>
        <Input type="time" value={from} onChange={(_, to) => setFrom(to.value)} />
      </Field>
      <Field label={say("chat.until")} required>
        <Input type="time" value={until} onChange={(_, to) => setUntil(to.value)} />
      </Field>
      <BusyButton type="submit" busy={keep.isPending}>
        {say("chat.save")}
      </BusyButton>
      {keep.isSuccess && <p>{say("chat.saved")}</p>}
      {keep.error && <p role="alert">{words(keep.error)}</p>}
    </form>
  );
}

/** When the bot leaves an officer in peace. */
export function ChatBox() {
  const say = useText("reach");
  const { data, error, refetch } = useQuery({ queryKey: reachKeys.chat, queryFn: reachApi.chat });
  return (
    <Box title={say("chat")} tone="officer">
      {data ? (
        <Form setting={data} />
      ) : error ? (
        <ErrorState fault={error} again={() => void refetch()} />
      ) : (
        <Skeleton lines={[90, 60, 40]} />
      )}
    </Box>
  );
}
