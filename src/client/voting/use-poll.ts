import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { PollView } from "../../voting/contract.ts";
import { api } from "../api.ts";
import { serverNow, setServerClock } from "../kit/server-clock.ts";
import { keys } from "../queries.ts";

/** Asks again when the poll opens or closes, and every few seconds while the ballots are counted. */
function untilNext({ state, opensAt, closesAt, tally }: PollView): number | false {
  if (state === "closed") return tally ? false : 4000;
  const wait = Date.parse(state === "planned" ? opensAt : closesAt) - serverNow();
  return Math.min(60_000, Math.max(1000, wait + 500));
}

export function usePoll(poll: string): UseQueryResult<PollView> {
  return useQuery({
    queryKey: keys.poll(poll),
    async queryFn() {
      const view = await api.poll(poll);
      setServerClock(view.serverTime);
      return view;
    },
    refetchInterval: (query) => (query.state.data ? untilNext(query.state.data) : false),
  });
}
