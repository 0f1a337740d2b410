import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeView } from "../../members/contract.ts";
import type { ProposalView } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import { useKernenOf } from "./kernen-of.ts";
import { emptyPlan, readPlan } from "./plan.ts";
import { planOf } from "./plan-of.ts";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import { usualClosing } from "./times.ts";
import type { PlanStart } from "./use-plan.ts";
import { Wizard } from "./wizard.tsx";

interface Asked {
  kern?: string;
  voorstel?: string;
  concept?: string;
  stemming?: string;
}

function Begun({ start, kern, title }: { start: PlanStart; kern: KernHomeView; title?: string | undefined }) {
  const say = useText("polling");
  return (
    <Narrow>
      <Strip municipality={kern.municipality} kern={kern.kern} name={kern.name} silhouette={kern.silhouette} />
      <p>{say(start.changes === null ? "title" : "title.change")}</p>
      {title && <p>{say("about", { title })}</p>}
      <Wizard start={start} kern={kern} />
    </Narrow>
  );
}

/** A new one, about a proposal or from scratch. */
function Fresh({ kern, proposal }: { kern: KernHomeView; proposal: ProposalView | undefined }) {
  const say = useText("polling");
  const [start] = useState<PlanStart>(() => ({
    draft: crypto.randomUUID(),
    kern: kern.kern,
    changes: null,
    savedAt: null,
    fields: {
      ...emptyPlan,
      closesAt: usualClosing(serverNow()),
      ...(proposal && {
        proposal: proposal.proposal,
        question: say("question.from", { title: proposal.title }).slice(0, 200),
      }),
    },
  }));
  return <Begun start={start} kern={kern} title={proposal?.title} />;
}

function AtKern({ me, slug, asked }: { me: MeView; slug: string; asked: Asked }) {
  const kern = useKern(me.municipality, slug);
  const about = asked.voorstel ?? "";
  const { data: proposal, isLoading } = useQuery({
    queryKey: keys.proposal(about),
    queryFn: () => api.proposal(about),
    enabled: about !== "",
  });
  return kern && !isLoading ? <Fresh kern={kern} proposal={proposal} /> : <PageSkeleton />;
}

/** A draft of earlier, or a planned poll that is to be changed. */
function Earlier({ me, start }: { me: MeView; start: PlanStart }) {
  const kern = useKern(me.municipality, start.kern);
  return kern ? <Begun start={start} kern={kern} /> : <PageSkeleton />;
}

function FromDraft({ me, draft, otherwise }: { me: MeView; draft: string; otherwise: React.ReactNode }) {
  const { data, error, refetch } = useQuery({
    queryKey: pollingKeys.drafts,
    queryFn: () => pollingApi.pollDrafts(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // What the page begins with: later the list changes with every save.
  const [first, setFirst] = useState<PlanStart>();
  const found = first ? undefined : data?.drafts.find((one) => one.draft === draft);
  if (found) {
    const { kern, content, savedAt } = found;
    const changes = typeof content["changes"] === "string" ? content["changes"] : null;
    setFirst({ draft, kern, fields: readPlan(content), changes, savedAt });
  }
  if (first) return <Earlier me={me} start={first} />;
  if (!data) return error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />;
  return found ? <PageSkeleton /> : otherwise;
}

function FromPoll({ me, poll }: { me: MeView; poll: string }) {
  const { data, error, refetch } = useQuery({ queryKey: keys.poll(poll), queryFn: () => api.poll(poll) });
  const [draft] = useState(() => crypto.randomUUID());
  const [first, setFirst] = useState<PlanStart>();
  if (data && !first) setFirst({ draft, kern: data.kern, fields: planOf(data), changes: poll, savedAt: null });
  if (first) return <Earlier me={me} start={first} />;
  return error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />;
}

function WhichKern({ me, asked }: { me: MeView; asked: Asked }) {
  const say = useText("polling");
  const kernen = useKernenOf(me);
  const [only, ...others] = kernen;
  if (asked.kern) return <AtKern me={me} slug={asked.kern} asked={asked} />;
  if (only && others.length === 0) return <AtKern me={me} slug={only.kern} asked={asked} />;
  return (
    <Narrow>
      <PageHeading title={say("title")}>{say("kern")}</PageHeading>
      <ul className={styles.list}>
        {kernen.map(({ kern, name }) => (
          <li key={kern}>
            <Go to={paths.newPoll(me.municipality, kern)}>{name}</Go>
          </li>
        ))}
      </ul>
    </Narrow>
  );
}

function New({ me }: { me: MeView }) {
  // Looked at once: while one goes from step to step, the address comes to name the draft.
  const search: Asked = useSearch({ strict: false });
  const [asked] = useState(search);
  const otherwise = <WhichKern me={me} asked={asked} />;
  if (asked.concept) return <FromDraft me={me} draft={asked.concept} otherwise={otherwise} />;
  return asked.stemming ? <FromPoll me={me} poll={asked.stemming} /> : otherwise;
}

/** Putting a question to the vote, from a proposal, a draft or scratch; or changing one that is planned. */
export function WizardPage() {
  return <SignedIn>{(me) => <New me={me} />}</SignedIn>;
}
