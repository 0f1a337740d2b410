import { Go } from "../kit/go.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import styles from "./footer.module.css";

export function Footer() {
  const say = useText("shell");
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <PhoneLine />
        <nav aria-label={say("footer.label")}>
          <ul>
            <li>
              <Go to="/toegankelijkheid">{say("footer.accessibility")}</Go>
            </li>
            <li>
              <Go to="/privacy">{say("footer.privacy")}</Go>
            </li>
            <li>
              <Go to="/voorwaarden">{say("footer.terms")}</Go>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
