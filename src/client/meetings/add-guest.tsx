import { Field, Input } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import styles from "./coming.module.css";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

/** Somebody without e-mail, who said it by telephone or at the kitchen table. */
export function AddGuest({ meeting }: { meeting: string }) {
  const say = useText("meetings");
  const words = useFaultWords();
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  // One id for one name, so that sending it again writes her down once.
  const [attendee, setAttendee] = useState(() => crypto.randomUUID());
  const short = name.trim().length < 2;
  const add = useMutation({
    mutationFn: () => meetingsApi.addGuest(meeting, attendee, name.trim()),
    async onSuccess() {
      announce(say("guest.added", { name: name.trim() }));
      setName("");
      setTried(false);
      setAttendee(crypto.randomUUID());
      field.current?.focus();
      await queries.invalidateQueries({ queryKey: meetingKeys.all });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) field.current?.focus();
    else if (!add.isPending) add.mutate();
  };
  return (
    <form noValidate onSubmit={send} className={styles.add}>
      <Field
        label={say("guest.name")}
        hint={say("guest.hint")}
        validationMessage={tried && short ? say("guest.short") : undefined}
        size="large"
      >
        <Input ref={field} value={name} maxLength={100} autoComplete="off" onChange={(_, to) => setName(to.value)} />
      </Field>
      {add.error && <p role="alert">{words(add.error)}</p>}
      <div>
        <BusyButton type="submit" busy={add.isPending}>
          {say("guest.add")}
        </BusyButton>
      </div>
    </form>
  );
}
