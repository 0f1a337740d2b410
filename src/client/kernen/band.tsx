import type { KernHomeView } from "../../kernen/contract.ts";
import { accentStyle } from "../kit/accent-style.ts";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { telephone } from "../kit/phone-line.tsx";
import { Silhouette } from "../kit/silhouettes.tsx";
import { useLanguage, useText } from "../language.ts";
import styles from "./band.module.css";

/** The band on top of a kern: its name, its people, whom to call, and its drawing on the horizon. */
export function Band({ kern }: { kern: KernHomeView }) {
  const say = useText("kernen");
  const language = useLanguage();
  const number = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB");
  const facts = [
    kern.residents > 0 ? say("residents", { residents: number.format(kern.residents) }) : "",
    kern.members === null ? say("members.few") : say("members", { members: number.format(kern.members) }),
  ].filter(Boolean);
  return (
    <div className={styles.band} style={accentStyle(kern.accent)}>
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.above}>{kern.municipalityName}</p>
          <PageHeading className={styles.name} title={kern.name}>
            {kern.name}
          </PageHeading>
          <p className={styles.facts}>{facts.join(" · ")}</p>
          <p className={styles.contact}>
            <span>{say("contact", { name: kern.contact.name })}</span>{" "}
            <a href={telephone(kern.contact.phone)}>
              <Icon name="phone" size={16} />
              {kern.contact.phone}
            </a>
          </p>
        </div>
        <div className={styles.drawing}>
          <Silhouette name={kern.silhouette} size={128} />
        </div>
      </div>
    </div>
  );
}
