import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { Go, GoButton } from "../kit/go.tsx";
import { changeLanguage, useLanguage, useText } from "../language.ts";
import { keys } from "../queries.ts";
import { meQuery, useMe } from "../session.tsx";
import styles from "./header.module.css";
import { Mark } from "./mark.tsx";
import { Nav } from "./nav.tsx";

/** The other language, one press away; whoever is signed in finds it so on the next device too. */
function LanguageButton() {
  const say = useText("shell");
  const language = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const other = language === "nl" ? "en" : "nl";
  const change = async () => {
    await changeLanguage(other);
    // Pressed before it was known who is looking: then the answer is waited for, or the choice would be lost.
    const asker = me === undefined ? await queries.ensureQueryData(meQuery).catch(() => null) : me;
    if (asker)
      await api.changeLanguage(other).then(
        () => queries.invalidateQueries({ queryKey: keys.me }),
        () => undefined,
      );
  };
  return (
    <button
      type="button"
      className={styles.language}
      lang={other}
      title={say("other.language.label")}
      onClick={() => void change()}
    >
      <span className={styles.whole}>{say("other.language")}</span>
      <abbr className={styles.short} aria-label={say("other.language")}>
        {other.toUpperCase()}
      </abbr>
    </button>
  );
}

/** The bar on top in a browser. */
export function Header() {
  const say = useText("shell");
  const me = useMe();
  const { pathname, searchStr } = useLocation();
  const signingIn = pathname.startsWith("/aanmelden");
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Go to={paths.home()} className={styles.mark} aria-label={say("nav.home")}>
          <Mark />
          <span>Kernplein</span>
        </Go>
        <Nav />
        <div className={styles.deeds} data-alone={me === null}>
          <LanguageButton />
          {me === null && !signingIn && (
            <GoButton to={`${paths.signIn()}?terug=${encodeURIComponent(pathname + searchStr)}`}>{say("signIn")}</GoButton>
          )}
        </div>
      </div>
    </header>
  );
}
