import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MeetingView } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { announce } from "../kit/announce.tsx";
import { Box } from "../kit/box.tsx";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { ReasonForm } from "../kit/reason-form.tsx";
import { useText } from "../language.ts";
import styles from "./meeting-page.module.css";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

function Cancel({ meeting, onKeep }: { meeting: MeetingView; onKeep: () => void }) {
  const say = useText("meetings");
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: (reason: string) => meetingsApi.cancel(meeting.meeting, reason),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: meetingKeys.all });
      announce(say("cancel.done"));
    },
  });
  const told = meeting.coming + meeting.waiting;
  return (
    <ReasonForm
      hint={told === 0 ? say("cancel.nobody") : say("cancel.who", { count: told })}
      templates={[say("cancel.few"), say("cancel.weather"), say("cancel.later")]}
      send={say("cancel.deed")}
      busy={cancel.isPending}
      fault={cancel.error}
      onSend={(reason) => cancel.mutate(reason)}
      onCancel={onKeep}
    />
  );
}

/** What who leads the meeting can do: see who comes, change it, call it off, and write the minutes afterwards. */
export function OfficerBox({ municipality, meeting }: { municipality: string; meeting: MeetingView }) {
  const say = useText("meetings");
  const [cancelling, setCancelling] = useState(false);
  const { can, minutes } = meeting;
  const id = meeting.meeting;
  return (
    <Box title={say("lead")} tone="officer">
      {cancelling && can.cancel ? (
        <Cancel meeting={meeting} onKeep={() => setCancelling(false)} />
      ) : (
        <div className={styles.lead}>
          {can.writeMinutes && (
            <GoButton
              to={paths.writeMinutes(municipality, id)}
              appearance={minutes ? "secondary" : "primary"}
              icon={<Icon name="note" size={18} />}
            >
              {say(minutes ? "minutes.change" : "minutes.write")}
            </GoButton>
          )}
          {can.seeComing && (
            <GoButton to={paths.whoComes(municipality, id)} icon={<Icon name="people" size={18} />}>
              {say("coming.see")}
            </GoButton>
          )}
          {can.change && (
            <GoButton to={paths.changeMeeting(municipality, id)} icon={<Icon name="pencil" size={18} />}>
              {say("change")}
            </GoButton>
          )}
          {can.cancel && (
            <Button appearance="subtle" onClick={() => setCancelling(true)}>
              {say("cancel")}
            </Button>
          )}
        </div>
      )}
    </Box>
  );
}
