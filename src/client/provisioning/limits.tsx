import type { LimitsView } from "../../provisioning/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import styles from "./limits.module.css";
import { useSaid } from "./said.ts";

/** What is near a limit of Microsoft (from 80 %), fullest first, each with what helps. */
export function NearLimits({ near }: Pick<LimitsView, "near">) {
  const say = useText("provisioning");
  const said = useSaid();
  if (near.length === 0) return null;
  return (
    <Section title={say("limits.title")}>
      <Sheet>
        <ul className={styles.list}>
          {near.map(({ what, kern, used, most, text }) => (
            <li key={`${what} ${kern}`} data-full={used >= most || undefined}>
              <Icon name="alert" size={18} />
              {said(text)}
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

/** As long as nothing is near a limit: that somebody watches. */
export function FarFromLimits({ fullest }: Pick<LimitsView, "fullest">) {
  const say = useText("provisioning");
  const said = useSaid();
  if (!fullest) return null;
  return (
    <section className={styles.far}>
      <h2>{say("limits.title")}</h2>
      <p>{say("limits.far", { what: said(fullest) })}</p>
    </section>
  );
}
