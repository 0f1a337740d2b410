import { Button } from "@fluentui/react-components";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { ProposalSummary } from "../../proposals/contract.ts";
import { api } from "../api.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./polling.module.css";

interface FromProposalsProps {
  kern: KernHomeView;
  /** Proposals that are on the list already. */
  taken: string[];
  onPut: (proposals: ProposalSummary[]) => void;
}

/** Published proposals of the kern, most supported first; several go on the ballot at once. */
export function FromProposals({ kern, taken, onPut }: FromProposalsProps) {
  const say = useText("polling");
  const filter = { kern: kern.kern, show: "published", sort: "most-supported", limit: 50 } as const;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.proposals({ ...filter, for: "poll" }),
    queryFn: ({ pageParam }) => api.proposals(pageParam ? { ...filter, cursor: pageParam } : filter),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton />;
  const free = data.pages.flatMap(({ proposals }) => proposals).filter(({ proposal }) => !taken.includes(proposal));
  if (free.length === 0 && !hasNextPage) return <p>{say("plans.from.none")}</p>;
  const toggle = (proposal: string) => {
    const next = new Set(chosen);
    if (!next.delete(proposal)) next.add(proposal);
    setChosen(next);
  };
  return (
    <fieldset className={styles.choices}>
      <legend>{say("plans.from.title", { kern: kern.name })}</legend>
      <ul className={styles.picks}>
        {free.map(({ proposal, title, supportCount }) => (
          <li key={proposal}>
            <label>
              <input type="checkbox" checked={chosen.has(proposal)} onChange={() => toggle(proposal)} />
              <span>
                {title}
                <span className={styles.small}>{say("plans.from.support", { count: supportCount })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {tried && chosen.size === 0 && <p role="alert">{say("plans.from.nothing")}</p>}
      <div className={styles.row}>
        <Button
          appearance="primary"
          onClick={() => {
            setTried(true);
            if (chosen.size > 0) onPut(free.filter(({ proposal }) => chosen.has(proposal)));
          }}
        >
          {say("plans.from.put", { count: chosen.size })}
        </Button>
        <Button onClick={() => setChosen(new Set(free.map(({ proposal }) => proposal)))}>{say("plans.from.all")}</Button>
        {hasNextPage && (
          <BusyButton busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say("plans.from.more")}
          </BusyButton>
        )}
      </div>
    </fieldset>
  );
}
