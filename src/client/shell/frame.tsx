import { Outlet } from "@tanstack/react-router";
import { useHost } from "../host-context.ts";
import { Announcer } from "../kit/announce.tsx";
import { useText } from "../language.ts";
import { LiveChanges } from "../live/live-changes.tsx";
import { useMe } from "../session.tsx";
import { Footer } from "./footer.tsx";
import styles from "./frame.module.css";
import { Header } from "./header.tsx";
import { Nav } from "./nav.tsx";
import { OfflineBar } from "./offline-bar.tsx";

/** What stands around every page: the bar on top, the navigation and the foot. In Teams the bar is only the navigation. */
export function Frame() {
  const say = useText("shell");
  const host = useHost();
  const signedIn = Boolean(useMe());
  return (
    <div className={styles.frame} data-nav={signedIn}>
      <a className={styles.skip} href="#inhoud">
        {say("skip")}
      </a>
      <OfflineBar />
      <Announcer />
      <LiveChanges />
      {host.kind === "teams" ? (
        <div className={styles.teams}>
          <Nav />
        </div>
      ) : (
        <Header />
      )}
      <main id="inhoud" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}
