import { useLocation } from "@tanstack/react-router";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import { usePlace } from "../place.tsx";
import { useMe } from "../session.tsx";
import styles from "./nav.module.css";
import { currentItem, navItems, spared } from "./nav-items.ts";

/** The navigation: a row in the bar on top, and on a phone a bar under the thumb. Only for who is signed in. */
export function Nav() {
  const say = useText("shell");
  const me = useMe();
  const place = usePlace();
  const pathname = useLocation({ select: (location) => location.pathname });
  if (!me) return null;
  const current = currentItem(pathname);
  const items = navItems(me, place);
  const spare = spared(items);
  return (
    <nav className={styles.nav} aria-label={say("nav.label")}>
      <ul>
        {items.map((item) => (
          <li key={item.name} className={item.name === "me" ? styles.last : undefined} data-spare={spare.includes(item.name)}>
            <Go to={item.to} aria-current={item.name === current ? "page" : undefined}>
              <Icon name={item.icon} size={22} />
              <span className={styles.long}>{item.name === "me" ? me.name : say(`nav.${item.name}`)}</span>
              <span className={styles.short}>{item.name === "kern" ? say("nav.kern.short") : say(`nav.${item.name}`)}</span>
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}
