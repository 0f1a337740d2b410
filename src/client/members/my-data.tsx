import { useMutation } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { saveFile } from "../kit/save-file.ts";
import { useText } from "../language.ts";
import styles from "./mine.module.css";
import { gatherOwnData } from "./own-data.ts";

const kept = ["data.name", "data.kernen", "data.address", "data.words", "data.meetings", "data.rolls", "data.mails"] as const;

/** What is kept of me, and all of it in a file. */
export function MyData({ me }: { me: MeView }) {
  const say = useText("members");
  const words = useFaultWords();
  const save = useMutation({
    mutationFn: () => gatherOwnData(me),
    onSuccess(data) {
      saveFile("mijn-kernplein.json", new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
      announce(say("data.saved"));
    },
  });
  return (
    <Section title={say("data")}>
      <Sheet className={styles.told}>
        <p>{say("data.kept")}</p>
        <ul>
          {kept.map((what) => (
            <li key={what}>{say(what)}</li>
          ))}
        </ul>
        <p>
          <Go to="/privacy">{say("data.privacy")}</Go>
        </p>
        <div>
          <BusyButton busy={save.isPending} onClick={() => save.mutate()}>
            {say("data.save")}
          </BusyButton>
        </div>
        {save.error && <p role="alert">{words(save.error)}</p>}
      </Sheet>
    </Section>
  );
}
