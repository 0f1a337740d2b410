import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { NewRows } from "../kit/new-rows.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useHeld } from "../kit/use-held.ts";
import { useText } from "../language.ts";
import { ProposalRow } from "../proposals/proposal-row.tsx";
import { newsQuery } from "./home-queries.ts";
import styles from "./kern-page.module.css";

/** Long enough for the home to have settled, short enough for who reads one title and presses. */
const afterMs = 1500;

/** Fetches the page of a proposal, most likely the next one, while nobody waits for it. */
function useNextPage(path: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (path === undefined) return;
    const timer = setTimeout(() => void router.preloadRoute({ to: path }).catch(() => undefined), afterMs);
    return () => clearTimeout(timer);
  }, [path, router]);
}

/** The newest proposals of the kern. */
export function News({ me, kern }: { me: MeView; kern: KernHomeView }) {
  const say = useText("kernen");
  const shell = useText("shell");
  const { data, error, refetch, isFetching } = useQuery(newsQuery(kern.kern));
  const list = useRef<HTMLUListElement>(null);
  const { rows, waiting, showAll } = useHeld(kern.kern, data?.proposals ?? [], ({ proposal }) => proposal, isFetching);
  const first = rows[0]?.proposal;
  useNextPage(first && paths.proposal(me.municipality, first));
  const all = paths.proposals(me.municipality, kern.kern);
  return (
    <Section
      title={say("news", { kern: kern.name })}
      deed={data && data.total > data.proposals.length && <Go to={all}>{say("news.all", { total: data.total })}</Go>}
    >
      {!data && !error && <ListSkeleton />}
      {!data && error && <ErrorState fault={error} again={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState title={say("news.none")}>{say("news.none.body")}</EmptyState>}
      <NewRows
        words={waiting.length > 0 ? shell("proposal.new", { count: waiting.length }) : null}
        list={list}
        onShow={showAll}
      />
      {rows.length > 0 && (
        <Sheet>
          <ul ref={list} className={styles.rows}>
            {rows.map((proposal) => (
              <ProposalRow key={proposal.proposal} municipality={me.municipality} proposal={proposal} />
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  );
}
