import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Exactly } from "../kit/moment.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import type { Barrier } from "./barrier.ts";
import styles from "./booth.module.css";

/** In the place of the ballot: why one cannot vote here and now, and what then. */
export function Barred({ me, poll, barrier }: { me: MeView; poll: PollView; barrier: Barrier }) {
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
      <PhoneLine />
      <div className={styles.deeds}>
        <GoButton to={paths.poll(me.municipality, poll.poll)} appearance="primary" size="large">
          {say(barrier === "closed" ? "barred.result" : "barred.see")}
        </GoButton>
      </div>
    </div>
  );
}
