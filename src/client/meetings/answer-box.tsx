import type { InvitationAnswer, MeetingView } from "../../meetings/contract.ts";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { useNow } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import styles from "./answer-box.module.css";
import { HowMany } from "./how-many.tsx";
import { isFull, placesLeft } from "./places.ts";
import { useAnswer } from "./use-answer.ts";

/** How I stand, in a sentence; who waits hears honestly how many are before her. */
function Standing({ meeting }: { meeting: MeetingView }) {
  const say = useText("meetings");
  const { mine, placeInLine } = meeting;
  if (mine === null) return null;
  return (
    <div className={styles.standing} data-mine={mine}>
      <Icon name={mine === "coming" ? "check" : mine === "waiting" ? "clock" : "minus"} />
      <div>
        <p>
          <strong>{say(`mine.${mine}`)}</strong>
        </p>
        {mine === "waiting" && placeInLine !== null && (
          <p>{placeInLine === 1 ? say("line.first") : say("line.place", { place: placeInLine })}</p>
        )}
        {mine === "waiting" && <p className="muted small">{say("line.next")}</p>}
      </div>
    </div>
  );
}

function Deeds({ meeting }: { meeting: MeetingView }) {
  const say = useText("meetings");
  const words = useFaultWords();
  const { mine } = meeting;
  const answer = useAnswer(meeting);
  const full = isFull(meeting) && mine !== "coming" && mine !== "waiting";
  const given: Record<InvitationAnswer, boolean> = {
    coming: mine === "coming" || mine === "waiting",
    "not-coming": mine === "not-coming",
  };
  const deed = (which: InvitationAnswer, label: string) => (
    <BusyButton
      size="large"
      busy={answer.isPending && answer.variables === which}
      appearance={which === "coming" && mine === null ? "primary" : "secondary"}
      pressed={given[which]}
      icon={given[which] ? <Icon name="check" size={18} /> : undefined}
      onClick={() => {
        if (!given[which]) answer.mutate(which);
      }}
    >
      {label}
    </BusyButton>
  );
  return (
    <>
      {full && <p className="small">{say(placesLeft(meeting) === 0 ? "full.how" : "line.how")}</p>}
      <div className={styles.deeds}>
        {deed("coming", say(full ? "answer.wait" : "answer.coming"))}
        {deed("not-coming", say("answer.not-coming"))}
      </div>
      {answer.isPaused && <p role="status">{say("answer.kept")}</p>}
      {answer.error && (
        <p role="alert" className={styles.fault}>
          {words(answer.error)}
        </p>
      )}
    </>
  );
}

/** How many come, how I answered, and the two answers. */
export function AnswerBox({ meeting }: { meeting: MeetingView }) {
  const say = useText("meetings");
  const { can, mine, state } = meeting;
  const asked = can.answer && mine === null;
  const begun = useNow(meeting.startsAt) >= Date.parse(meeting.startsAt);
  if (state === "cancelled" || (state === "held" && meeting.coming === 0)) return null;
  const title = state === "held" ? "who.past" : can.answer ? "asked" : "who";
  return (
    <Box title={say(title)} tone={asked ? "asked" : "plain"}>
      {state === "planned" && <Standing meeting={meeting} />}
      <p className={styles.count}>
        <HowMany meeting={meeting} />
      </p>
      {can.answer && <Deeds meeting={meeting} />}
      {state === "planned" && !can.answer && <p className="muted small">{say(begun ? "answer.begun" : "answer.notYours")}</p>}
    </Box>
  );
}
