import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { PollView, PublicPollView } from "../../voting/contract.ts";
import { api } from "../api.ts";
import { serverNow, setServerClock } from "../kit/server-clock.ts";
import { keys } from "../queries.ts";
import { votingApi } from "./voting-api.ts";

/** Asks again when the poll opens or closes, and every few seconds while the ballots are counted. */
function untilNext({ state, opensAt, closesAt, tally, waitsForPaper }: PublicPollView): number | false {
  if (state === "closed") return tally ? false : waitsForPaper ? 60_000 : 4000;
  const wait = Date.parse(state === "planned" ? opensAt : closesAt) - serverNow();
  return Math.min(60_000, Math.max(1000, wait + 500));
}

/** Reads the server's clock along with the poll. */
async function withClock<View extends PublicPollView>(asked: Promise<View>): Promise<View> {
  const view = await asked;
  setServerClock(view.serverTime);
  return view;
}

export function usePoll(poll: string): UseQueryResult<PollView> {
  return useQuery({
    queryKey: keys.poll(poll),
    queryFn: () => withClock(api.poll(poll)),
    refetchInterval: (query) => (query.state.data ? untilNext(query.state.data) : false),
  });
}

/** The poll as anybody may see it, without a name. `often`: on a big screen, every few seconds whatever the state. */
export function usePublicPoll(municipality: string, poll: string, often = false): UseQueryResult<PublicPollView> {
  return useQuery({
    queryKey: keys.publicPoll(poll),
    queryFn: () => withClock(votingApi.publicPoll(municipality, poll)),
    refetchInterval: (query) => {
      const next = query.state.data ? untilNext(query.state.data) : 5000;
      return often ? Math.min(5000, next || 5000) : next;
    },
    refetchIntervalInBackground: often,
  });
}
