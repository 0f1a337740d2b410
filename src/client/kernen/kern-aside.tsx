import { lazy, Suspense } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { Go } from "../kit/go.tsx";
import { WhenNear } from "../kit/when-near.tsx";
import { useText } from "../language.ts";
import styles from "./kern-page.module.css";

/** Last on the page and seldom wanted. */
const PosterBox = lazy(async () => ({ default: (await import("../kit/poster-box.tsx")).PosterBox }));

/** Beside the news: the clubs of the kern, its team, and the way to the other kernen. */
export function KernAside({ kern, member }: { kern: KernHomeView; member: boolean }) {
  const say = useText("kernen");
  return (
    <div className={styles.groups}>
      {member && (
        <section>
          <h2>{say("agenda")}</h2>
          <p>
            <Go to={paths.meetings(kern.municipality, kern.kern)}>{say("agenda.all", { kern: kern.name })}</Go>
          </p>
        </section>
      )}
      {kern.villageGroups.length > 0 && (
        <section>
          <h2>{say("groups", { kern: kern.name })}</h2>
          <ul>
            {kern.villageGroups.map((group) => (
              <li key={group}>{group}</li>
            ))}
          </ul>
        </section>
      )}
      {member && kern.teamUrl && (
        <section>
          <h2>{say("team")}</h2>
          <p>
            <a href={kern.teamUrl} target="_blank" rel="noopener">
              {say("team.open", { kern: kern.name })}
            </a>
          </p>
        </section>
      )}
      <section>
        <h2>{say("others")}</h2>
        <p>
          <Go to={paths.home()}>{say("others.all")}</Go>
        </p>
      </section>
      {member && (
        <WhenNear>
          <Suspense fallback={null}>
            <PosterBox about={{ kern: kern.kern }} />
          </Suspense>
        </WhenNear>
      )}
    </div>
  );
}
