import type { PublicPollView } from "../../voting/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./booth.module.css";

/** Who learns what of a vote, in words one can hold us to: for each level its own, with what it does not protect against. */
export function Secrecy({ poll: { level, showNames } }: { poll: Pick<PublicPollView, "level" | "showNames"> }) {
  const say = useText("voting");
  return (
    <details className={styles.secret}>
      <summary>
        <Icon name={level === 0 ? "people" : "lock"} size={18} />
        {say(`secret.${level}`)} <span>{say("secret.how")}</span>
      </summary>
      <ul>
        {level === 0 ? (
          <>
            <li>{say(showNames ? "secret.0.names" : "secret.0.numbers")}</li>
            <li>{say("secret.0.kept")}</li>
          </>
        ) : (
          <>
            <li>{say("secret.roll")}</li>
            <li>{say(level === 2 ? "secret.2.pass" : "secret.1.apart")}</li>
            <li>{say(level === 2 ? "secret.2.us" : "secret.1.us")}</li>
            <li>{say("secret.check")}</li>
            <li>{say("secret.not")}</li>
            <li>{say("secret.device")}</li>
          </>
        )}
      </ul>
    </details>
  );
}
