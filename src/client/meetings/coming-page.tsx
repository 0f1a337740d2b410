import { Button } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AttendeeView, ComingView, MeetingView } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { classes } from "../kit/classes.ts";
import { ErrorState, useFaultWords } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Section } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { AddGuest } from "./add-guest.tsx";
import styles from "./coming.module.css";
import { LeadFrame } from "./lead-frame.tsx";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";
import { Day, Hours } from "./moments.tsx";

interface AttendeeProps {
  meeting: string;
  attendee: AttendeeView;
  name: string;
  /** Whether who has no e-mail can be taken off again. */
  changes: boolean;
}

function Attendee({ meeting, attendee, name, changes }: AttendeeProps) {
  const say = useText("meetings");
  const words = useFaultWords();
  const queries = useQueryClient();
  const { guest } = attendee;
  const remove = useMutation({
    mutationFn: () => meetingsApi.removeGuest(meeting, attendee.attendee),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: meetingKeys.all });
      announce(say("guest.removed", { name }));
    },
  });
  return (
    <li>
      <span className={styles.box} aria-hidden="true" />
      <span className={styles.name}>
        {name}
        {guest && <span className={styles.small}>{say("guest.mark")}</span>}
        {remove.error && (
          <span role="alert" className={styles.small}>
            {words(remove.error)}
          </span>
        )}
      </span>
      {guest && changes && (
        <span className={styles.screenOnly}>
          <BusyButton
            appearance="subtle"
            busy={remove.isPending}
            icon={<Icon name="cross" size={18} />}
            onClick={() => remove.mutate()}
          >
            {say("guest.remove")}
            <span className="visually-hidden">{name}</span>
          </BusyButton>
        </span>
      )}
    </li>
  );
}

function Names({ meeting: { meeting, can }, people }: { meeting: MeetingView; people: AttendeeView[] }) {
  const say = useText("meetings");
  const named = people.flatMap((attendee) => (attendee.name === null ? [] : { ...attendee, name: attendee.name }));
  const nameless = people.length - named.length;
  return (
    <>
      {named.length > 0 && (
        <ul className={styles.list}>
          {named.map((attendee) => (
            <Attendee key={attendee.attendee} meeting={meeting} attendee={attendee} name={attendee.name} changes={can.addGuest} />
          ))}
        </ul>
      )}
      {nameless > 0 && <p className={classes("muted", styles.nameless)}>{say("guest.nameless", { count: nameless })}</p>}
    </>
  );
}

function Lists({ meeting, who }: { meeting: MeetingView; who: ComingView }) {
  const say = useText("meetings");
  const of = who.capacity === null ? "" : ` ${say("coming.of", { capacity: who.capacity })}`;
  return (
    <>
      <Section
        title={`${say("coming", { count: who.coming.length })}${of}`}
        deed={
          <span className={styles.screenOnly}>
            <Button icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
              {say("coming.print")}
            </Button>
          </span>
        }
      >
        {who.coming.length === 0 ? <p>{say("coming.none")}</p> : <Names meeting={meeting} people={who.coming} />}
      </Section>
      {who.waiting.length > 0 && (
        <Section title={say("waiting", { count: who.waiting.length })}>
          <p className="muted small">{say("line.order")}</p>
          <Names meeting={meeting} people={who.waiting} />
        </Section>
      )}
      {who.notComing > 0 && <p className="muted">{say("notComing", { count: who.notComing })}</p>}
      {meeting.can.addGuest && (
        <div className={styles.screenOnly}>
          <Section title={say("guest")}>
            <AddGuest meeting={who.meeting} />
          </Section>
        </div>
      )}
    </>
  );
}

function Coming({ municipality, meeting }: { municipality: string; meeting: MeetingView }) {
  const id = meeting.meeting;
  const { data, error, refetch } = useQuery({ queryKey: meetingKeys.coming(id), queryFn: () => meetingsApi.coming(id) });
  return (
    <>
      <p>
        <Go to={paths.meeting(municipality, id)}>{meeting.title}</Go>
        <br />
        <Day at={meeting.startsAt} />, <Hours span={meeting} />
      </p>
      {data ? (
        <Lists meeting={meeting} who={data} />
      ) : error ? (
        <ErrorState fault={error} again={() => void refetch()} />
      ) : (
        <ListSkeleton />
      )}
    </>
  );
}

/** Who comes, by name: to read, and on paper for at the door. */
export function ComingPage() {
  const say = useText("meetings");
  return (
    <LeadFrame title={say("coming.see")} may={(can) => can.seeComing}>
      {({ meeting, me }) => <Coming municipality={me.municipality} meeting={meeting} />}
    </LeadFrame>
  );
}
