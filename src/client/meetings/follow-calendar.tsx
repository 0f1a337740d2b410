import type { KernView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { CopyButton } from "../kit/copy-button.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./agenda.module.css";

/** How to have a kern's meetings in one's own calendar, so that they come there by themselves. */
export function FollowCalendar({ kern }: { kern: Pick<KernView, "municipality" | "kern" | "name"> }) {
  const say = useText("meetings");
  const address = window.location.origin + paths.kernCalendar(kern.municipality, kern.kern);
  return (
    <details className={styles.follow}>
      <summary>
        <Icon name="calendar" />
        {say("follow", { kern: kern.name })}
      </summary>
      <div>
        <p>{say("follow.body")}</p>
        <p>
          <a href={address.replace(/^https?:/, "webcal:")}>{say("follow.open")}</a>
        </p>
        <p>{say("follow.address")}</p>
        <p className={styles.address}>{address}</p>
        <CopyButton text={address} words={{ copied: say("follow.copied"), refused: say("follow.refused") }}>
          {say("follow.copy")}
        </CopyButton>
      </div>
    </details>
  );
}
