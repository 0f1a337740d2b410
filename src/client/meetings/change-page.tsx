import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingView } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { announce } from "../kit/announce.tsx";
import { remembered } from "../kit/device-memory.ts";
import { useGo } from "../kit/go.tsx";
import { useText } from "../language.ts";
import { readBegun } from "./begun-meeting.ts";
import { LeadFrame } from "./lead-frame.tsx";
import { MeetingEditor } from "./meeting-editor.tsx";
import { fieldsOf, isMoved, type MeetingFields } from "./meeting-form.ts";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

interface ChangeProps {
  municipality: string;
  meeting: MeetingView;
  kern: KernHomeView;
}

function Change({ municipality, meeting, kern }: ChangeProps) {
  const say = useText("meetings");
  const go = useGo();
  const queries = useQueryClient();
  const stands = fieldsOf(meeting);
  // What was begun on an earlier version is not laid over what somebody else saved since.
  const memory = `bijeenkomst.${meeting.meeting}.${meeting.version}`;
  const [begun] = useState(() => readBegun(remembered(memory), stands));
  const told = meeting.coming + meeting.waiting;
  const consequence = (fields: MeetingFields) => {
    if (!isMoved(stands, fields)) return say("change.quiet");
    return told === 0 ? say("change.nobody") : say("change.who", { count: told });
  };
  return (
    <MeetingEditor
      kern={kern}
      stands={stands}
      begun={begun}
      memory={memory}
      send={say("change.send")}
      consequence={consequence}
      onSend={async (form) => {
        await meetingsApi.change(meeting.meeting, meeting.version, form);
        await queries.invalidateQueries({ queryKey: meetingKeys.all });
        announce(say("change.done"));
        go(paths.meeting(municipality, meeting.meeting), { replace: true });
      }}
    />
  );
}

/** Another time, place or text; who comes hears of it when the time or the place is another. */
export function ChangePage() {
  const say = useText("meetings");
  return (
    <LeadFrame title={say("change.title")} may={(can) => can.change} typing>
      {({ meeting, kern, me }) => <Change municipality={me.municipality} meeting={meeting} kern={kern} />}
    </LeadFrame>
  );
}
