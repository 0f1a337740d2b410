import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Wide } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { useMe } from "../session.tsx";
import { KernTiles } from "./kern-tiles.tsx";
import styles from "./landing-page.module.css";
import { Skyline } from "./skyline.tsx";

/** The first page: what this is, the ways in, and every kern. With a municipality in the address only the kernen of that one. */
export function LandingPage() {
  const say = useText("kernen");
  const me = useMe();
  const { gemeente } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 5 * 60_000 });
  const kernen = data?.kernen.filter((kern) => !gemeente || kern.municipality === gemeente);
  const own = me?.kernen[0];
  return (
    <>
      <div className={styles.hero}>
        <div className={styles.words}>
          <PageHeading className={styles.title}>{say("landing.title")}</PageHeading>
          <p className={styles.lead}>{say("landing.lead")}</p>
          <div className={styles.deeds}>
            {me && own ? (
              <GoButton to={paths.kern(me.municipality, own.kern)} appearance="primary" size="large">
                {say("landing.own", { kern: own.name })}
              </GoButton>
            ) : (
              <>
                <GoButton to={paths.join()} appearance="primary" size="large">
                  {say("landing.join")}
                </GoButton>
                <GoButton to={paths.signIn()} size="large">
                  {say("landing.signIn")}
                </GoButton>
              </>
            )}
          </div>
        </div>
        <Skyline />
      </div>
      <Wide>
        <h2 className={styles.find}>{say("landing.find")}</h2>
        {!kernen && !error && <ListSkeleton />}
        {!kernen && error && <ErrorState fault={error} again={() => void refetch()} />}
        {kernen && <KernTiles kernen={kernen} />}
      </Wide>
    </>
  );
}
