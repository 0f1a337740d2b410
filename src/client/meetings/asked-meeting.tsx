import type { InvitationAnswer, MeetingSummary } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import asked from "../kernen/asked-list.module.css";
import { BusyButton } from "../kit/busy-button.tsx";
import { classes } from "../kit/classes.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import styles from "./asked-meeting.module.css";
import { Nearness } from "./moments.tsx";
import { isFull } from "./places.ts";
import { useAnswer } from "./use-answer.ts";
import { useNew } from "./use-new.ts";

interface AskedMeetingProps {
  municipality: string;
  meeting: MeetingSummary;
  /** It is the first of what is asked, so its yes is the one primary button. */
  first: boolean;
  /** As it stands now. */
  onAnswered: (meeting: MeetingSummary) => void;
}

/** "Do you come?", answered in its place on the home of a kern; the other answer takes the first one back. */
export function AskedMeeting({ municipality, meeting, first, onAnswered }: AskedMeetingProps) {
  const say = useText("meetings");
  const words = useFaultWords();
  const answer = useAnswer(meeting, ({ mine, coming, waiting }) => onAnswered({ ...meeting, mine, coming, waiting }));
  const isNew = useNew(meeting.kern);
  const { mine, title } = meeting;
  const said: InvitationAnswer | null = mine === null ? null : mine === "not-coming" ? "not-coming" : "coming";
  const deed = (which: InvitationAnswer) => (
    <BusyButton
      busy={answer.isPending && answer.variables === which}
      appearance={first && said === null && which === "coming" ? "primary" : "secondary"}
      pressed={said === which}
      icon={said === which ? <Icon name="check" size={18} /> : undefined}
      onClick={() => {
        if (said !== which) answer.mutate(which);
      }}
    >
      {say(which === "coming" ? "yes" : "no")}
      <span className="visually-hidden">{say(which === "coming" ? "yes.to" : "no.to", { title })}</span>
    </BusyButton>
  );
  return (
    <li className={asked.item} data-done={said !== null}>
      <div className={asked.words}>
        <p className={asked.kind}>
          <Icon name={mine === "coming" ? "check" : "calendar"} size={18} />
          <span>
            {isNew(meeting) && `${say("new")} · `}
            {said === null ? say("asked") : say(`mine.${mine ?? "coming"}`)} · <Nearness span={meeting} />
          </span>
        </p>
        <h3 className={classes(asked.title, styles.title)}>
          <Go to={paths.meeting(municipality, meeting.meeting)}>{title}</Go>
        </h3>
        <p className={asked.exact}>
          <Exactly at={meeting.startsAt} />
          {meeting.hall && `, ${meeting.hall}`}
        </p>
        {said === null && isFull(meeting) && <p className={asked.exact}>{say("full.asked")}</p>}
        {answer.isPaused && <p role="status">{say("answer.kept")}</p>}
        {answer.error && <p role="alert">{words(answer.error)}</p>}
      </div>
      <div className={styles.deeds}>
        {deed("coming")}
        {deed("not-coming")}
      </div>
    </li>
  );
}
