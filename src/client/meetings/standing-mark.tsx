import type { MeetingSummary } from "../../meetings/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./standing-mark.module.css";

interface StandingMarkProps {
  meeting: Pick<MeetingSummary, "state" | "mine">;
  /** It was planned since the reader's last visit. */
  isNew?: boolean;
}

/** What stands over a meeting before all else: that it is off, how the reader answered, or that it is new. Nothing when none is so. */
export function StandingMark({ meeting, isNew = false }: StandingMarkProps) {
  const say = useText("meetings");
  const { state, mine } = meeting;
  if (state === "cancelled")
    return (
      <p className={styles.mark} data-mark="cancelled">
        <Icon name="cross" size={16} />
        {say("cancelled")}
      </p>
    );
  if (isNew)
    return (
      <p className={styles.mark} data-mark="new">
        <Icon name="plus" size={16} />
        {say("new")}
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
