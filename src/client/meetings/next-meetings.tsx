import { useQuery } from "@tanstack/react-query";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingSummary } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { invitationsQuery } from "../kernen/home-queries.ts";
import { Go } from "../kit/go.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import styles from "./agenda.module.css";
import { MeetingRow } from "./meeting-row.tsx";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";
import { useNew } from "./use-new.ts";

const soonest = 3;
/** A season that was planned at once does not push the proposals off the page. */
const mostShown = 6;
/** More are asked for, because what one is asked to stands above already. */
const asked = 10;

interface NextMeetingsProps {
  me: MeView;
  kern: KernHomeView;
  /** What she answered above while she looked. */
  answered: readonly MeetingSummary[];
}

/** The first meetings of the kern's agenda and those that are new, on its home; nothing at all while there are none. */
export function NextMeetings({ me, kern, answered }: NextMeetingsProps) {
  const say = useText("meetings");
  const filter = { kern: kern.kern, when: "upcoming", limit: asked } as const;
  const { data } = useQuery({ queryKey: meetingKeys.list(filter), queryFn: () => meetingsApi.list(filter) });
  const isNew = useNew(kern.kern);
  const { data: invitations } = useQuery(invitationsQuery);
  const above = new Set([...(invitations?.meetings ?? []), ...answered].map(({ meeting }) => meeting));
  const below = data?.meetings.filter(({ meeting }) => !above.has(meeting)) ?? [];
  const rows = below.filter((meeting, index) => index < soonest || isNew(meeting)).slice(0, mostShown);
  if (rows.length === 0) return null;
  return (
    <Section title={say("next")} deed={<Go to={paths.meetings(me.municipality, kern.kern)}>{say("next.all")}</Go>}>
      <Sheet>
        <ul className={styles.rows}>
          {rows.map((meeting) => (
            <MeetingRow key={meeting.meeting} municipality={me.municipality} meeting={meeting} isNew={isNew(meeting)} />
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}
