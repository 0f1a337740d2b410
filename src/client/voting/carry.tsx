import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import type { PublicPollView } from "../../voting/contract.ts";
import { CopyButton } from "../kit/copy-button.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import { keptBallot } from "./device.ts";
import { LazyQr } from "./lazy-qr.tsx";
import { storeCodeOf } from "./store-code.ts";

/** How to go on with this vote on another device: a square code for its camera, and the store code to type or paste. */
export function Carry({ poll }: { poll: Pick<PublicPollView, "poll" | "municipality" | "level"> }) {
  const say = useText("voting");
  const [open, setOpen] = useState(false);
  const kept = keptBallot(poll.poll);
  if (!kept || poll.level === 0) return null;
  const code = storeCodeOf(poll.poll, kept.seed);
  // In the fragment: a browser never sends that to a server.
  const address = `${window.location.origin}${paths.booth(poll.municipality, poll.poll)}#bewaarcode=${code}`;
  return (
    <details className={styles.secret} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="out" size={18} />
        {say("carry")}
      </summary>
      {open && (
        <div className={styles.carry}>
          <p>{say(poll.level === 2 ? "carry.how.pass" : "carry.how.vote")}</p>
          <LazyQr text={address} label={say("carry.qr")} />
          <p>{say("carry.code")}</p>
          <p className={styles.code}>{code}</p>
          <p className="small">{say("carry.careful")}</p>
          <div className={styles.deeds}>
            <CopyButton text={code} words={{ copied: say("copied"), refused: say("copy.refused") }}>
              {say("carry.copy")}
            </CopyButton>
            <Button icon={<Icon name="print" />} onClick={() => window.print()}>
              {say("print")}
            </Button>
          </div>
        </div>
      )}
    </details>
  );
}
