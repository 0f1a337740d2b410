import type { LimitsView } from "../../provisioning/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./admin.module.css";
import { useSaid } from "./said.ts";

/** How near the limits of Microsoft are: a quiet line as long as they are far, a warning each from 80 % on. */
export function Limits({ limits: { near, fullest } }: { limits: LimitsView }) {
  const say = useText("provisioning");
  const said = useSaid();
  return (
    <>
      {near.map(({ what, kern, text }) => (
        <p key={`${what} ${kern}`} className={styles.problem}>
          <Icon name="alert" size={18} />
          {said(text)}
        </p>
      ))}
      {fullest && <p className={styles.meta}>{say("limits.fullest", { what: said(fullest) })}</p>}
    </>
  );
}
