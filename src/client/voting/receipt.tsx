import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { timeOfDay } from "../../shared/time.ts";
import type { PollView } from "../../voting/contract.ts";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import styles from "./booth.module.css";

/** The ballot has arrived: what that means, and what one can still do. */
export function Receipt({ me, poll, replaced }: { me: MeView; poll: PollView; replaced: boolean }) {
  const say = useText("voting");
  const [at] = useState(() => timeOfDay(new Date(serverNow())));
  return (
    <>
      <p className={styles.received}>
        <Icon name="check" size={28} />
        {say(replaced ? "done.replaced" : "done.received", { time: at })}
      </p>
      <p>
        {say("done.change")} <Exactly at={poll.closesAt} />. {say("done.device")}
      </p>
      <p>{say("done.result")}</p>
      <div className={styles.deeds}>
        <GoButton to={paths.kern(me.municipality, poll.kern)} appearance="primary" size="large">
          {say("done.home", { kern: poll.kernName })}
        </GoButton>
      </div>
    </>
  );
}
