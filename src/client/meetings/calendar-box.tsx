import { Button } from "@fluentui/react-components";
import type { MeetingView } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./meeting-page.module.css";

/** Into one's own calendar: this meeting alone, or all of the kern. */
export function CalendarBox({ municipality, meeting }: { municipality: string; meeting: MeetingView }) {
  const say = useText("meetings");
  return (
    <div className={styles.calendar}>
      <Button
        as="a"
        href={paths.meetingCalendar(municipality, meeting.meeting)}
        download
        icon={<Icon name="calendar" size={18} />}
      >
        {say("calendar")}
      </Button>
      <p className="small">
        <Go to={paths.meetings(municipality, meeting.kern)}>{say("calendar.all", { kern: meeting.kernName })}</Go>
      </p>
    </div>
  );
}
