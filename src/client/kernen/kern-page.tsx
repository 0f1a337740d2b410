import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingSummary } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Beside, Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { useAt } from "../place.tsx";
import { useMe } from "../session.tsx";
import { Band } from "./band.tsx";
import { kernQuery } from "./home-queries.ts";
import { KernAside } from "./kern-aside.tsx";
import styles from "./kern-page.module.css";
import { NextMeetings } from "./lazy-meetings.ts";
import { News } from "./news.tsx";
import { Welcome } from "./welcome.tsx";
import { WhatIsAsked } from "./what-is-asked.tsx";

/** "You read along in Arkel": on the page of a kern that is not one's own. */
function ReadingAlong({ me, kern }: { me: MeView; kern: KernHomeView }) {
  const say = useText("kernen");
  const own = me.kernen[0];
  if (!own || me.kernen.some((each) => each.kern === kern.kern)) return null;
  return (
    <p className={styles.along}>
      {say("along", { kern: kern.name })}{" "}
      <Go to={paths.kern(me.municipality, own.kern)}>{say("along.own", { kern: own.name })}</Go>
    </p>
  );
}

/** What is asked of who takes part here, and what is new and coming. What she just answered stays above, so it is not told again below. */
function ForReader({ me, kern }: { me: MeView; kern: KernHomeView }) {
  const [answered, setAnswered] = useState<MeetingSummary[]>([]);
  return (
    <>
      <ReadingAlong me={me} kern={kern} />
      <WhatIsAsked
        me={me}
        kern={kern}
        answered={answered}
        onAnswered={(now) => setAnswered((before) => [...before.filter(({ meeting }) => meeting !== now.meeting), now])}
      />
      <News me={me} kern={kern} />
      <Suspense fallback={null}>
        <NextMeetings me={me} kern={kern} answered={answered} />
      </Suspense>
    </>
  );
}

/** The home of a kern: what is asked of you, and what is new. */
export function KernPage() {
  const { gemeente = "", kern: slug = "" } = useParams({ strict: false });
  const me = useMe();
  const { data: kern, error, refetch } = useQuery(kernQuery(gemeente, slug));
  useAt(kern && { municipality: kern.municipality, kern: kern.kern, name: kern.name, accent: kern.accent });
  if (error && !kern)
    return (
      <Narrow>
        <ErrorState page fault={error} again={() => void refetch()} />
      </Narrow>
    );
  if (!kern || me === undefined)
    return (
      <Narrow>
        <PageSkeleton />
      </Narrow>
    );
  const reader = me?.municipality === kern.municipality ? me : null;
  return (
    <>
      <Band kern={kern} />
      <Beside aside={<KernAside kern={kern} member={Boolean(reader)} />}>
        {reader ? <ForReader me={reader} kern={kern} /> : <Welcome kern={kern} />}
      </Beside>
    </>
  );
}
