import type { KernHomeView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import styles from "./kern-page.module.css";

/** For who is not signed in: what happens here, and the two ways in. */
export function Welcome({ kern }: { kern: KernHomeView }) {
  const say = useText("kernen");
  const back = encodeURIComponent(paths.kern(kern.municipality, kern.kern));
  return (
    <Sheet className={styles.welcome}>
      <h2>{say("welcome", { kern: kern.name })}</h2>
      <ul className={styles.steps}>
        <li>
          <Icon name="note" />
          {say("welcome.propose")}
        </li>
        <li>
          <Icon name="talk" />
          {say("welcome.talk")}
        </li>
        <li>
          <Icon name="ballot" />
          {say("welcome.vote")}
        </li>
      </ul>
      <p>{say("welcome.need")}</p>
      <div className={styles.deeds}>
        <GoButton to={paths.join(kern.municipality, kern.kern)} appearance="primary" size="large">
          {say("welcome.join", { kern: kern.name })}
        </GoButton>
        <GoButton to={`${paths.signIn()}?terug=${back}`} size="large">
          {say("welcome.signIn")}
        </GoButton>
      </div>
    </Sheet>
  );
}
