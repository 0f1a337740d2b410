import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import { NumberField } from "./number-field.tsx";
import { wholeOf } from "./plan-form.ts";
import styles from "./polling.module.css";
import { pollingApi } from "./polling-api.ts";

/** A spare letter takes the place of a lost one, by the numbers printed on both; the lost code is void from then on. */
export function ReplaceLetter({ poll }: { poll: string }) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const [lost, setLost] = useState("");
  const [spare, setSpare] = useState("");
  const [tried, setTried] = useState(false);
  const replace = useMutation({
    mutationFn: () => pollingApi.replaceLetter(poll, wholeOf(lost) ?? 0, wholeOf(spare) ?? 0),
    async onSuccess() {
      setLost("");
      setSpare("");
      setTried(false);
      await queries.invalidateQueries({ queryKey: ["polls", "roll"] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wholeOf(lost) && wholeOf(spare)) replace.mutate();
  };
  const needed = (typed: string) => (tried && !wholeOf(typed) ? say("letters.serial.needed") : undefined);
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <p>{say("letters.lost.body")}</p>
      <NumberField id="lost" label={say("letters.lost.serial")} value={lost} fault={needed(lost)} onChange={setLost} />
      <NumberField id="spare" label={say("letters.spare.serial")} value={spare} fault={needed(spare)} onChange={setSpare} />
      {replace.error && <p role="alert">{words(replace.error)}</p>}
      <div role="status">
        {replace.data && <p>{say("letters.replaced", { lost: replace.data.serial, spare: replace.data.spare })}</p>}
      </div>
      <div>
        <BusyButton type="submit" busy={replace.isPending}>
          {say("letters.replace")}
        </BusyButton>
      </div>
    </form>
  );
}
