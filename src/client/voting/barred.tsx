import { paths } from "../../shared/links.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Exactly } from "../kit/moment.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import { type Barrier, canBringOver } from "./barrier.ts";
import styles from "./booth.module.css";
import { BringOver } from "./bring-over.tsx";

/** In the place of the ballot: why one cannot vote here and now, and what then. */
export function Barred({ poll, barrier, again }: { poll: PublicPollView; barrier: Barrier; again: () => void }) {
  const say = useText("voting");
  return (
    <div className={styles.paper}>
      <PageHeading>{say(`barred.${barrier}`)}</PageHeading>
      <p>{say(`barred.${barrier}.body`)}</p>
      {(barrier === "planned" || barrier === "closed") && (
        <p>
          <strong>
            <Exactly at={barrier === "planned" ? poll.opensAt : poll.closesAt} />
          </strong>
        </p>
      )}
      {canBringOver(barrier) && <BringOver poll={poll} onBrought={again} />}
      <PhoneLine />
      <div className={styles.deeds}>
        {barrier === "letter-needed" && (
          <GoButton to={paths.letterCode(poll.municipality, poll.poll)} appearance="primary" size="large">
            {say("barred.letter")}
          </GoButton>
        )}
        <GoButton
          to={paths.poll(poll.municipality, poll.poll)}
          appearance={barrier === "letter-needed" || canBringOver(barrier) ? "secondary" : "primary"}
          size="large"
        >
          {say(barrier === "closed" ? "barred.result" : "barred.see")}
        </GoButton>
      </div>
    </div>
  );
}
