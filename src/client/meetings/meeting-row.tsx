import type { MeetingSummary } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { classes } from "../kit/classes.ts";
import { Go } from "../kit/go.tsx";
import linked from "../kit/linked-row.module.css";
import { useText } from "../language.ts";
import { HowMany } from "./how-many.tsx";
import styles from "./meeting-row.module.css";
import { Hours, Leaf } from "./moments.tsx";
import { StandingMark } from "./standing-mark.tsx";

interface MeetingRowProps {
  municipality: string;
  meeting: MeetingSummary;
  /** Also say the kern, in a list over several. */
  withKern?: boolean;
  /** It was planned since the reader's last visit. */
  isNew?: boolean;
}

/** One meeting in a list, with its day as a leaf of a calendar: the whole row leads to it. */
export function MeetingRow({ municipality, meeting, withKern = false, isNew = false }: MeetingRowProps) {
  const say = useText("meetings");
  const { state, hall, hasOnline, startsAt } = meeting;
  const where = [hall, hasOnline ? say("online.short") : ""].filter(Boolean).join(", ");
  return (
    <li className={linked.row} data-state={state}>
      <Leaf at={startsAt} className={styles.leaf} />
      <div className={linked.words}>
        <StandingMark meeting={meeting} isNew={isNew} />
        <h3 className={classes(linked.title, styles.title)}>
          <Go to={paths.meeting(municipality, meeting.meeting)}>{meeting.title}</Go>
        </h3>
        <p className={linked.meta}>
          <span>
            <Hours span={meeting} />
          </span>
          <span>{where}</span>
          {withKern && <span>{meeting.kernName}</span>}
        </p>
        {state !== "cancelled" && (
          <p className={linked.meta}>
            <HowMany meeting={meeting} />
          </p>
        )}
        {meeting.hasMinutes && <p className={linked.meta}>{say("minutes.there")}</p>}
      </div>
    </li>
  );
}
