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

/** What one looks for first: that it is off when it is, then what, when and where. */
export function MeetingHead({ meeting, kern }: { meeting: MeetingView; kern: KernHomeView | undefined }) {
  return (
    <>
      {meeting.state === "cancelled" && <CalledOff reason={meeting.cancelReason} />}
      <PageHeading className={styles.title}>{meeting.title}</PageHeading>
      <div className={styles.facts}>
        <When meeting={meeting} />
        <Where meeting={meeting} kern={kern} />
      </div>
    </>
  );
}

/** What it is about, and afterwards what was said. */
export function MeetingText({ municipality, meeting }: { municipality: string; meeting: MeetingView }) {
  const say = useText("meetings");
  return (
    <>
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
