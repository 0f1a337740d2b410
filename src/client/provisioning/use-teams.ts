import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { RunView, TeamsView } from "../../provisioning/contract.ts";
import { announce } from "../kit/announce.tsx";
import { serverNow, setServerClock } from "../kit/server-clock.ts";
import { useText } from "../language.ts";
import { teamsApi, teamsKeys } from "./teams-api.ts";
import { isStale } from "./teams-state.ts";

const everyMs = 1500;

/** The page's view. While nothing is under way it is asked again now and then: another administrator may have begun something. */
export function useTeams(): UseQueryResult<TeamsView> {
  return useQuery({
    queryKey: teamsKeys.view,
    async queryFn() {
      const view = await teamsApi.teams();
      setServerClock(view.serverTime);
      return view;
    },
    staleTime: 0,
    refetchInterval: 20_000,
  });
}

/** What is under way, as it is now; when it ends the whole view is asked anew. */
export function useRun(asked: RunView | null): RunView | null {
  const queries = useQueryClient();
  const say = useText("provisioning");
  const { data } = useQuery({
    queryKey: teamsKeys.run(asked?.run ?? ""),
    queryFn: () => teamsApi.run(asked?.run ?? ""),
    enabled: asked !== null,
    refetchInterval: everyMs,
    staleTime: 0,
  });
  const run = data && asked && data.run === asked.run ? data : asked;
  const ended = run?.endedAt != null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run that ends
  useEffect(() => {
    if (!ended) return;
    if (run?.kind === "apply") announce(say("announce.done"));
    void queries.invalidateQueries({ queryKey: teamsKeys.view });
  }, [ended, run?.run]);
  return run;
}

/** Asks for a look; by itself when the page opens and the last one is old. */
export function useLook(view: TeamsView) {
  const queries = useQueryClient();
  const look = useMutation({
    mutationFn: teamsApi.look,
    onSuccess: () => queries.invalidateQueries({ queryKey: teamsKeys.view }),
  });
  const asked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (asked.current || !isStale(view, serverNow())) return;
    asked.current = true;
    look.mutate();
  }, []);
  return look;
}
