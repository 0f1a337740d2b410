import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { MeetingView } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { useKern } from "../kernen/use-kern.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Narrow, Wide } from "../kit/layout.tsx";
import { PosterBox } from "../kit/poster-box.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { SignedIn } from "../session.tsx";
import { AnswerBox } from "./answer-box.tsx";
import { CalendarBox } from "./calendar-box.tsx";
import styles from "./meeting-page.module.css";
import { MeetingHead, MeetingText } from "./meeting-text.tsx";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";
import { OfficerBox } from "./officer-box.tsx";

function Shown({ me, meeting }: { me: MeView; meeting: MeetingView }) {
  const kern = useKern(me.municipality, meeting.kern);
  const { can, state } = meeting;
  const leads = can.change || can.cancel || can.writeMinutes || can.seeComing;
  return (
    <Wide>
      <Strip municipality={me.municipality} kern={meeting.kern} name={meeting.kernName} silhouette={kern?.silhouette} />
      <article className={styles.columns}>
        <div className={styles.head}>
          <MeetingHead meeting={meeting} kern={kern} />
        </div>
        <div className={styles.deeds}>
          <AnswerBox meeting={meeting} />
          {state === "planned" && <CalendarBox municipality={me.municipality} meeting={meeting} />}
          {leads && <OfficerBox municipality={me.municipality} meeting={meeting} />}
        </div>
        <div className={styles.text}>
          <MeetingText municipality={me.municipality} meeting={meeting} />
        </div>
      </article>
      {state === "planned" && <PosterBox about={{ meeting: meeting.meeting }} />}
    </Wide>
  );
}

function Meeting({ me }: { me: MeView }) {
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({ queryKey: meetingKeys.one(id), queryFn: () => meetingsApi.one(id) });
  if (data) return <Shown me={me} meeting={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

/** One meeting: when, where, what about, who comes, and afterwards what was said. */
export function MeetingPage() {
  return <SignedIn>{(me) => <Meeting me={me} />}</SignedIn>;
}
