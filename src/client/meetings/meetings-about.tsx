import { useQuery } from "@tanstack/react-query";
import { paths } from "../../shared/links.ts";
import { Box } from "../kit/box.tsx";
import { GoButton } from "../kit/go.tsx";
import { Exactly } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";
import { StandingMark } from "./standing-mark.tsx";

interface MeetingsAboutProps {
  municipality: string;
  proposal: string;
}

/** The meetings that are coming about a proposal, beside its text; nothing at all while there are none. */
export function MeetingsAbout({ municipality, proposal }: MeetingsAboutProps) {
  const say = useText("meetings");
  const { data } = useQuery({ queryKey: meetingKeys.about(proposal), queryFn: () => meetingsApi.about(proposal) });
  return data?.meetings.map((meeting) => (
    <Box key={meeting.meeting} title={say("about.meeting")}>
      <StandingMark meeting={meeting} />
      <p>{meeting.title}</p>
      <p className="small muted">
        <Exactly at={meeting.startsAt} />
        {meeting.hall && `, ${meeting.hall}`}
      </p>
      <GoButton to={paths.meeting(municipality, meeting.meeting)}>{say("see")}</GoButton>
    </Box>
  ));
}
