import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { api } from "../api.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import more from "../kit/more.module.css";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./editor.module.css";

interface AboutProposalsProps {
  kern: KernHomeView;
  /** Ids. */
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

function Picks({ kern, chosen, onChoose }: AboutProposalsProps) {
  const say = useText("meetings");
  const filter = { kern: kern.kern, show: "published", sort: "newest", limit: 50 } as const;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.proposals({ ...filter, for: "meeting" }),
    queryFn: ({ pageParam }) => api.proposals(pageParam ? { ...filter, cursor: pageParam } : filter),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={2} />;
  const proposals = data.pages.flatMap((page) => page.proposals);
  if (proposals.length === 0) return <p className="muted">{say("about.none")}</p>;
  const toggle = (proposal: string) =>
    onChoose(chosen.includes(proposal) ? chosen.filter((each) => each !== proposal) : [...chosen, proposal]);
  return (
    <fieldset className={styles.choices}>
      <legend>{say("about.legend", { kern: kern.name })}</legend>
      <ul className={styles.picks}>
        {proposals.map(({ proposal, title }) => (
          <li key={proposal}>
            <label>
              <input type="checkbox" checked={chosen.includes(proposal)} onChange={() => toggle(proposal)} />
              <span>{title}</span>
            </label>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <BusyButton busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say("list.next")}
        </BusyButton>
      )}
    </fieldset>
  );
}

/** Which proposals of the kern the meeting is about; asked for when somebody opens it. */
export function AboutProposals(props: AboutProposalsProps) {
  const say = useText("meetings");
  const [open, setOpen] = useState(props.chosen.length > 0);
  const count = props.chosen.length;
  return (
    <details className={more.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id="proposals">{count > 0 ? say("about.count", { count }) : say("about.choose")}</summary>
      {open && <Picks {...props} />}
    </details>
  );
}
