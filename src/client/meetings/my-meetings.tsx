import { useQuery } from "@tanstack/react-query";
import type { MeetingSummary } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import styles from "./agenda.module.css";
import { MeetingRow } from "./meeting-row.tsx";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

function Rows({ me, meetings }: { me: MeView; meetings: MeetingSummary[] }) {
  return (
    <Sheet>
      <ul className={styles.rows}>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.meeting} municipality={me.municipality} meeting={meeting} withKern={me.kernen.length > 1} />
        ))}
      </ul>
    </Sheet>
  );
}

/** The meetings I come to or wait for, and those I came to. Nothing at all while there are none. */
export function MyMeetings({ me }: { me: MeView }) {
  const say = useText("meetings");
  const { data, error, refetch } = useQuery({ queryKey: meetingKeys.mine, queryFn: meetingsApi.mine });
  if (data && data.upcoming.length + data.past.length === 0) return null;
  return (
    <Section title={say("mine")}>
      {!data && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={2} />)}
      {data && data.upcoming.length > 0 && <Rows me={me} meetings={data.upcoming} />}
      {data && data.past.length > 0 && (
        <details className={styles.follow}>
          <summary>{say("mine.past", { count: data.past.length })}</summary>
          <Rows me={me} meetings={data.past} />
        </details>
      )}
    </Section>
  );
}
