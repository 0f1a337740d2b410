import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingView } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { useText } from "../language.ts";
import styles from "./meeting-page.module.css";
import { Minutes } from "./minutes.tsx";
import { Day, Hours, Nearness } from "./moments.tsx";
import { Where } from "./where.tsx";

interface MeetingTextProps {
  municipality: string;
  meeting: MeetingView;
  kern: KernHomeView | undefined;
}

function CalledOff({ reason }: { reason: string | null }) {
  const say = useText("meetings");
  return (
    <div className={styles.off} role="status">
      <Icon name="alert" size={24} />
      <div>
        <p>
          <strong>{say("cancelled.long")}</strong>
        </p>
        {reason && <Paragraphs text={reason} className={styles.reason} />}
      </div>
    </div>
  );
}

function When({ meeting }: { meeting: MeetingView }) {
  return (
    <div className={styles.fact}>
      <Icon name="calendar" />
      <p>
        <strong className={styles.day}>
          <Day at={meeting.startsAt} />
        </strong>
        <Hours span={meeting} />
        {meeting.state === "planned" && (
          <>
            {" · "}
            <Nearness span={meeting} />
          </>
        )}
      </p>
    </div>
  );
}

/** What everybody reads: that it is off when it is, then when, where, what about, and afterwards the minutes. */
export function MeetingText({ municipality, meeting, kern }: MeetingTextProps) {
  const say = useText("meetings");
  return (
    <>
      {meeting.state === "cancelled" && <CalledOff reason={meeting.cancelReason} />}
      <PageHeading className={styles.title}>{meeting.title}</PageHeading>
      <div className={styles.facts}>
        <When meeting={meeting} />
        <Where meeting={meeting} kern={kern} />
      </div>
      {meeting.minutes && <Minutes minutes={meeting.minutes} />}
      {meeting.text && <Paragraphs text={meeting.text} className={styles.body} />}
      {meeting.proposals.length > 0 && (
        <section className={styles.about}>
          <h2>{say("about")}</h2>
          <ul>
            {meeting.proposals.map(({ proposal, title }) => (
              <li key={proposal}>
                <Go to={paths.proposal(municipality, proposal)}>{title}</Go>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
