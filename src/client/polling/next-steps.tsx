import { Field, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { PollView } from "../../voting/contract.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import styles from "./polling.module.css";
import { pollingApi } from "./polling-api.ts";

/** What happens now, in the officer's words, beside a result that nobody can touch. A text to begin with is proposed; she decides. */
export function NextSteps({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const labels = poll.options.filter(({ option }) => poll.tally?.leading.includes(option)).map(({ label }) => label);
  const [text, setText] = useState(
    () =>
      poll.nextSteps?.words ?? (labels.length > 0 ? say("next.proposed", { labels: labels.join(", ") }) : say("next.nothing")),
  );
  const [tried, setTried] = useState(false);
  const short = text.trim().length < 5;
  const tell = useMutation({
    mutationFn: () => pollingApi.tellNextSteps(poll.poll, text.trim()),
    async onSuccess() {
      announce(say("next.done"));
      await queries.invalidateQueries({ queryKey: ["polls"] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) document.getElementById("next")?.focus();
    else tell.mutate();
  };
  return (
    <Box title={say("next")} tone={poll.nextSteps ? "officer" : "asked"}>
      <form noValidate onSubmit={send} className={styles.form}>
        <p>{say("next.figures")}</p>
        <Field
          label={say("next.label")}
          hint={say("next.hint")}
          validationMessage={tried && short ? say("next.short") : undefined}
          size="large"
        >
          <Textarea
            id="next"
            rows={5}
            resize="vertical"
            maxLength={2000}
            value={text}
            onChange={(_, given) => setText(given.value)}
          />
        </Field>
        {tell.error && <p role="alert">{words(tell.error)}</p>}
        <div className={styles.foot}>
          <BusyButton type="submit" appearance="primary" busy={tell.isPending}>
            {say(poll.nextSteps ? "next.again" : "next.deed")}
          </BusyButton>
          {poll.nextSteps && <span className={styles.small}>{say("next.told", { name: poll.nextSteps.by })}</span>}
        </div>
      </form>
    </Box>
  );
}
