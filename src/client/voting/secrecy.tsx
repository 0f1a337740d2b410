import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./booth.module.css";

/** How the secret of the vote is kept, in words one can hold us to. */
export function Secrecy() {
  const say = useText("voting");
  return (
    <details className={styles.secret}>
      <summary>
        <Icon name="lock" size={18} />
        {say("secret")} <span>{say("secret.how")}</span>
      </summary>
      <ul>
        <li>{say("secret.1")}</li>
        <li>{say("secret.2")}</li>
        <li>{say("secret.3")}</li>
        <li>{say("secret.4")}</li>
      </ul>
    </details>
  );
}
