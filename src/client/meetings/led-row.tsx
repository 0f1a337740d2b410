import type { MeetingSummary } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { classes } from "../kit/classes.ts";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import linked from "../kit/linked-row.module.css";
import { useText } from "../language.ts";
import styles from "./led-row.module.css";
import leaf from "./meeting-row.module.css";
import { Hours, Leaf } from "./moments.tsx";
import { lacksMinutes } from "./places.ts";
import { StandingMark } from "./standing-mark.tsx";

/** "12 van de 20 plaatsen", or "12 aanmeldingen" when all are welcome; and who waits. */
function Numbers({ meeting: { coming, capacity, waiting } }: { meeting: MeetingSummary }) {
  const say = useText("meetings");
  return (
    <>
      <span>{capacity === null ? say("led.coming", { count: coming }) : say("led.places", { coming, count: capacity })}</span>
      {waiting > 0 && <span>{say("waiting", { count: waiting })}</span>}
    </>
  );
}

interface LedRowProps {
  municipality: string;
  meeting: MeetingSummary;
  withKern: boolean;
}

/** One meeting as its officer looks at it: the whole row leads to it, what is still to be done has its own link. */
export function LedRow({ municipality, meeting, withKern }: LedRowProps) {
  const say = useText("meetings");
  const { state, title, startsAt, kernName, hall, hasMinutes } = meeting;
  return (
    <li className={linked.row} data-state={state}>
      <Leaf at={startsAt} className={leaf.leaf} />
      <div className={classes(linked.words, styles.columns)}>
        <div>
          <StandingMark meeting={{ state, mine: null }} />
          <h3 className={classes(linked.title, leaf.title)}>
            <Go to={paths.meeting(municipality, meeting.meeting)}>{title}</Go>
          </h3>
          <p className={linked.meta}>
            {withKern && <span>{kernName}</span>}
            <span>
              <Hours span={meeting} />
            </span>
            {hall && <span>{hall}</span>}
          </p>
        </div>
        {state !== "cancelled" && (
          <div>
            <p className={linked.meta}>
              <Numbers meeting={meeting} />
            </p>
            {hasMinutes && (
              <p className={linked.meta}>
                <span>
                  <Icon name="check" size={16} />
                  {say("led.minutes")}
                </span>
              </p>
            )}
            {lacksMinutes(meeting) && (
              <p className={styles.missing}>
                <Icon name="alert" size={16} />
                <span>{say("led.missing")}</span>
                <Go to={paths.writeMinutes(municipality, meeting.meeting)} className={styles.write}>
                  {say("minutes.write")}
                  <span className="visually-hidden">{title}</span>
                </Go>
              </p>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
