import type { MinutesView } from "../../meetings/contract.ts";
import { Box } from "../kit/box.tsx";
import { Ago } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { useText } from "../language.ts";
import styles from "./meeting-page.module.css";

/** What was said, and how many people were there. */
export function Minutes({ minutes }: { minutes: MinutesView }) {
  const say = useText("meetings");
  return (
    <div className={styles.minutes}>
      <Box title={say("minutes")}>
        {minutes.attended !== null && <p className="muted small">{say("attended", { count: minutes.attended })}</p>}
        <Paragraphs text={minutes.text} className={styles.body} />
        <p className="muted small">
          {say("minutes.written")} <Ago at={minutes.at} />
        </p>
      </Box>
    </div>
  );
}
