import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import type { TeamsView } from "../../provisioning/contract.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Beside, Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { AcceptedList } from "./accepted-list.tsx";
import styles from "./admin.module.css";
import { Checks } from "./checks.tsx";
import { History } from "./history.tsx";
import { KernRows } from "./kern-rows.tsx";
import { FarFromLimits, NearLimits } from "./limits.tsx";
import { Now } from "./now.tsx";
import { useLook, useRun, useTeams } from "./use-teams.ts";

function Shown({ view }: { view: TeamsView }) {
  const say = useText("provisioning");
  const run = useRun(view.underWay);
  const look = useLook(view);
  const [choosing, choose] = useState(false);
  const busy = (run !== null && run.endedAt === null) || look.isPending;
  const applying = run?.kind === "apply" && run.endedAt === null;
  const found = view.look?.found ?? null;
  const aside = (view.look || view.limits) && (
    <>
      {view.look && <Checks checks={view.look.checks} />}
      {view.limits && <FarFromLimits {...view.limits} />}
    </>
  );
  return (
    <Beside aside={aside}>
      <PageHeading>{say("title")}</PageHeading>
      <p className={styles.intro}>{say("intro", { municipality: view.municipalityName })}</p>
      <Now {...{ view, run, busy, choosing, choose }} look={() => look.mutate()} fault={look.error} />
      {view.limits && <NearLimits {...view.limits} />}
      {found && !applying && !(choosing && !busy) && <KernRows found={found} busy={busy} />}
      <AcceptedList accepted={view.accepted} kernen={found?.kernen ?? []} busy={busy} />
      <History runs={view.history} kernen={found?.kernen ?? []} />
    </Beside>
  );
}

function Admin() {
  const { data, error, refetch } = useTeams();
  if (data) return <Shown view={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

function Guarded({ me }: { me: MeView }) {
  const say = useText("provisioning");
  if (me.can.administer) return <Admin />;
  return (
    <Narrow>
      <PageHeading>{say("title")}</PageHeading>
      <EmptyState title={say("notYours")}>{say("notYours.body")}</EmptyState>
    </Narrow>
  );
}

/** How the municipality's teams are, what would be changed, and what was done: instead of the command line. */
export function AdminPage() {
  return <SignedIn>{(me) => <Guarded me={me} />}</SignedIn>;
}
