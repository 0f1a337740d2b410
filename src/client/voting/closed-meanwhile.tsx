import { paths } from "../../shared/links.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Exactly } from "../kit/moment.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import { keptBallot } from "./device.ts";

/** The poll closed while somebody was in the booth: what became of the choice on the screen, and of an earlier vote. */
export function ClosedMeanwhile({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  const earlier = (keptBallot(poll.poll)?.receipts.length ?? 0) > 0;
  return (
    <div className={styles.paper}>
      <PageHeading>{say("closed-meanwhile")}</PageHeading>
      <p>
        {say("barred.closed.body")} <Exactly at={poll.closesAt} />.
      </p>
      <p>{say(earlier ? "closed-meanwhile.earlier" : "closed-meanwhile.not-sent")}</p>
      <PhoneLine />
      <div className={styles.deeds}>
        <GoButton to={paths.poll(poll.municipality, poll.poll)} appearance="primary" size="large">
          {say("barred.result")}
        </GoButton>
      </div>
    </div>
  );
}
