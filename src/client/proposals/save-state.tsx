import { timeOfDay } from "../../shared/time.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import type { DraftStatus } from "./draft.ts";
import styles from "./editor.module.css";

/** "Opgeslagen om 12:03": always in sight while writing. Said aloud only when something is wrong. */
export function SaveState({ status }: { status: DraftStatus }) {
  const say = useText("proposals");
  const words = useFaultWords();
  if (status.is === "refused") {
    const conflict = status.problem.code === "changed-meanwhile";
    return (
      <p className={styles.save} data-wrong="true" role="alert">
        <Icon name="alert" size={18} />
        {conflict ? say("save.conflict") : `${say("save.not")} ${words(status.problem)}`}
      </p>
    );
  }
  if (status.is === "waiting")
    return (
      <p className={styles.save} data-wrong="true" role="alert">
        <Icon name="cloud" size={18} />
        {say("save.waiting")}
      </p>
    );
  const saved = status.is === "saved";
  return (
    <p className={styles.save}>
      {saved && status.at !== null && <Icon name="check" size={18} />}
      {saved
        ? status.at === null
          ? say("save.auto")
          : say("save.saved", { time: timeOfDay(new Date(status.at)) })
        : say("save.saving")}
    </p>
  );
}
