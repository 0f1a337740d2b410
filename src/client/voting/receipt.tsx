import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import { timeOfDay } from "../../shared/time.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { CopyButton } from "../kit/copy-button.tsx";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import { Carry } from "./carry.tsx";
import { keptBallot } from "./device.ts";
import { VoteCheck } from "./vote-check.tsx";

/** The number of the last vote from this device, to keep and to look up. */
export function OwnNumber({ poll }: { poll: PublicPollView }) {
  const say = useText("voting");
  const receipts = keptBallot(poll.poll)?.receipts ?? [];
  const last = receipts.toSorted((one, other) => one.version - other.version).at(-1);
  if (!last) return null;
  return (
    <section className={styles.proof} aria-label={say("proof")}>
      <h2>{say("proof")}</h2>
      <p className={styles.number}>{last.number}</p>
      <p>{say("proof.what")}</p>
      <div className={styles.deeds}>
        <CopyButton text={last.number} words={{ copied: say("copied"), refused: say("copy.refused") }}>
          {say("proof.copy")}
        </CopyButton>
        <Button icon={<Icon name="print" />} onClick={() => window.print()}>
          {say("print")}
        </Button>
      </div>
      <VoteCheck poll={poll} kept={last} />
    </section>
  );
}

interface ReceiptProps {
  poll: PublicPollView;
  signedIn: boolean;
  replaced: boolean;
  genuine: boolean;
}

/** The ballot has arrived: what that means, its number, and what one can still do. */
export function Receipt({ poll, signedIn, replaced, genuine }: ReceiptProps) {
  const say = useText("voting");
  const [at] = useState(() => timeOfDay(new Date(serverNow())));
  return (
    <>
      <p className={styles.received}>
        <Icon name="check" size={28} />
        {say(replaced ? "done.replaced" : "done.received", { time: at })}
      </p>
      {!genuine && (
        <div role="alert" className={styles.refused}>
          <p>
            <strong>{say("done.not-genuine")}</strong>
          </p>
          <PhoneLine />
        </div>
      )}
      <OwnNumber poll={poll} />
      <p>
        {say("done.change")} <Exactly at={poll.closesAt} />. {poll.level > 0 && say("done.device")}
      </p>
      <Carry poll={poll} />
      <p>{say(signedIn ? "done.result" : "done.result.letter")}</p>
      <div className={styles.deeds}>
        {signedIn ? (
          <GoButton to={paths.kern(poll.municipality, poll.kern)} appearance="primary" size="large">
            {say("done.home", { kern: poll.kernName })}
          </GoButton>
        ) : (
          <GoButton to={paths.hall(poll.municipality, poll.poll)} appearance="primary" size="large">
            {say("done.public")}
          </GoButton>
        )}
      </div>
    </>
  );
}
