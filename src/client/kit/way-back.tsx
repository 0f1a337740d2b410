import { Go } from "./go.tsx";
import { Icon } from "./icon.tsx";
import styles from "./way-back.module.css";

/** Above the heading of a page that belongs to another one: where it came from. */
export function WayBack({ to, children }: { to: string; children: string }) {
  return (
    <Go to={to} className={styles.back}>
      <Icon name="back" size={18} />
      {children}
    </Go>
  );
}
