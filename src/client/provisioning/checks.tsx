import type { OnboardingCheck } from "../../provisioning/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./checks.module.css";
import { useSaid } from "./said.ts";

const icons = { done: "check", "to-do": "alert", unseen: "info" } as const;

/** What the municipality's own Microsoft environment needs, step by step, with what to click. */
export function Checks({ checks }: { checks: OnboardingCheck[] }) {
  const say = useText("provisioning");
  const said = useSaid();
  if (checks.length === 0) return null;
  return (
    <section>
      <h2>{say("checks.title")}</h2>
      <ol className={styles.list}>
        {checks.map(({ name, state, text, link }) => (
          <li key={name} className={styles.check} data-state={state}>
            <Icon name={icons[state]} size={20} />
            <div className={styles.words}>
              <h3>{say(`check.${name}`)}</h3>
              <p className={styles.state}>{say(`check.state.${state}`)}</p>
              {state !== "done" && <p>{said(text)}</p>}
              {link && (
                <a href={link} target="_blank" rel="noopener">
                  {say("check.open")}
                  <span className="visually-hidden"> {say(`check.${name}`)}</span>
                </a>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
