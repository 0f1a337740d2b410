import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { Slip } from "../../verifier/slip.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import type { KeptReceipt } from "./kept.ts";
import { nextBatchFrom, standingOf, type VoteStanding } from "./vote-standing.ts";
import { votingApi } from "./voting-api.ts";

type Looked =
  | { is: "not-yet" | "looking" }
  | { is: "failed"; fault: unknown }
  | { is: "seen"; standing: VoteStanding; from: number };

/** The whole log is fetched, without a name: nobody learns whose vote is looked for. */
async function look(poll: PublicPollView, commitment: string): Promise<VoteStanding> {
  const { municipality, poll: id } = poll;
  // The poll first: a log that is fetched after the count is complete.
  const { tally } = await votingApi.publicPoll(municipality, id);
  const log = await votingApi.pollLog(municipality, id);
  const published = tally ? await votingApi.pollExport(municipality, id) : null;
  return standingOf(commitment, log, tally !== null, (published?.slips ?? null) as Slip[] | null);
}

/** "Controleer mijn stem", in one press. */
export function VoteCheck({ poll, kept }: { poll: PublicPollView; kept: KeptReceipt }) {
  const say = useText("voting");
  const words = useFaultWords();
  const [looked, setLooked] = useState<Looked>({ is: "not-yet" });
  function start() {
    setLooked({ is: "looking" });
    look(poll, kept.commitment).then(
      (standing) => {
        const from = nextBatchFrom(serverNow(), Date.parse(poll.opensAt), Date.parse(poll.closesAt));
        setLooked({ is: "seen", standing, from });
      },
      (fault: unknown) => setLooked({ is: "failed", fault }),
    );
  }
  const standing = looked.is === "seen" ? looked.standing : null;
  const wrong = standing?.is === "missing" || (standing?.is === "in-log" && standing.content === false);
  return (
    <>
      <BusyButton busy={looked.is === "looking"} icon={<Icon name="search" />} onClick={start}>
        {say("checked.deed")}
      </BusyButton>
      <div role="status">
        {standing?.is === "in-log" && !wrong && (
          <p className={styles.received}>
            <Icon name="check" size={24} />
            {say(standing.content ? "checked.counted" : "checked.in-log", { place: standing.place })}
          </p>
        )}
        {standing?.is === "waiting" && looked.is === "seen" && (
          <p>
            {say("checked.waiting")} <Exactly at={new Date(looked.from).toISOString()} />. {say("checked.waiting.why")}
          </p>
        )}
      </div>
      {(wrong || looked.is === "failed") && (
        <div role="alert" className={styles.refused}>
          <p>
            <strong>
              {looked.is === "failed"
                ? words(looked.fault)
                : say(standing?.is === "missing" ? "checked.missing" : "checked.other")}
            </strong>
          </p>
          {wrong && <p>{say("checked.wrong.what")}</p>}
          <PhoneLine />
        </div>
      )}
      {standing && poll.tally && poll.level > 0 && (
        <p>
          <Go to={paths.verify(poll.municipality, poll.poll)}>{say("verify")}</Go>
        </p>
      )}
    </>
  );
}
