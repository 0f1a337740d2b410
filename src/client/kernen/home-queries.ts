/** What the home of a kern asks the server, and how to ask it early: while a slow phone still draws. */
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "../api.ts";
import { setServerClock } from "../kit/server-clock.ts";
import { keys } from "../queries.ts";
import { meQuery } from "../session.tsx";
import { mineIn, newsOf, type ProposalsFilter } from "./home-questions.ts";

export const kernQuery = (municipality: string, kern: string) =>
  queryOptions({ queryKey: keys.kern(municipality, kern), queryFn: () => api.kern(municipality, kern) });

export const pollsQuery = (kern: string) =>
  queryOptions({
    queryKey: keys.polls(kern),
    async queryFn() {
      const view = await api.polls(kern);
      setServerClock(view.serverTime);
      return view;
    },
  });

const proposalsQuery = (filter: ProposalsFilter) =>
  queryOptions({ queryKey: keys.proposals(filter), queryFn: () => api.proposals(filter) });

export const mineQuery = (kern: string) => proposalsQuery(mineIn(kern));

export const newsQuery = (kern: string) => proposalsQuery(newsOf(kern));

export const invitationsQuery = queryOptions({ queryKey: keys.invitations, queryFn: api.invitations });

/** Asks for all of it; whoever draws it finds the answer there or under way. A fault is told by the part that shows it. */
export async function askForHome(queries: QueryClient, municipality: string, kern: string): Promise<void> {
  void queries.prefetchQuery(kernQuery(municipality, kern));
  const me = await queries.ensureQueryData(meQuery).catch(() => null);
  if (me?.municipality !== municipality) return;
  void queries.prefetchQuery(pollsQuery(kern));
  void queries.prefetchQuery(invitationsQuery);
  void queries.prefetchQuery(mineQuery(kern));
  void queries.prefetchQuery(newsQuery(kern));
}
