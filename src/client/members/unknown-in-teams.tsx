import { Button } from "@fluentui/react-components";
import { paths } from "../../shared/links.ts";
import { GoButton, useGo } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import { useForgetAll } from "../session.tsx";
import styles from "./members.module.css";
import { Outcome } from "./outcome.tsx";

/** Inside Teams there is no signing in: either Teams says who somebody is, or the same page opens in a browser. */
export function UnknownInTeams({ back }: { back: string | null }) {
  const say = useText("members");
  const go = useGo();
  const forgetAll = useForgetAll();
  return (
    <Outcome icon="person" tone="wait" title={say("teams.unknown")}>
      <p>{say("teams.unknown.body")}</p>
      <div className={styles.deeds}>
        <Button as="a" href={back ?? "/"} target="_blank" appearance="primary" size="large" icon={<Icon name="out" />}>
          {say("teams.browser")}
        </Button>
        <Button size="large" onClick={() => void forgetAll().then(() => go(back ?? "/", { replace: true }))}>
          {say("again")}
        </Button>
        <GoButton to={paths.join()} appearance="subtle" size="large">
          {say("signIn.join")}
        </GoButton>
      </div>
      <PhoneLine />
    </Outcome>
  );
}
