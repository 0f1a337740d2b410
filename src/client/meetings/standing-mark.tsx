import type { MeetingSummary } from "../../meetings/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./standing-mark.module.css";

/** What stands over a meeting before all else: that it is off, or how the reader answered. Nothing when neither is so. */
export function StandingMark({ meeting }: { meeting: Pick<MeetingSummary, "state" | "mine"> }) {
  const say = useText("meetings");
  const { state, mine } = meeting;
  if (state === "cancelled")
    return (
      <p className={styles.mark} data-mark="cancelled">
        <Icon name="cross" size={16} />
        {say("cancelled")}
      </p>
    );
  if (mine === null || state === "held") return null;
  return (
    <p className={styles.mark} data-mark={mine}>
      <Icon name={mine === "coming" ? "check" : mine === "waiting" ? "clock" : "minus"} size={16} />
      {say(`mark.${mine}`)}
    </p>
  );
}
