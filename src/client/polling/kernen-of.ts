import { useQuery } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { api } from "../api.ts";
import { keys } from "../queries.ts";
import { keepsOrder } from "./roles.ts";

/** The kernen in which this person keeps order. */
export function useKernenOf(me: MeView): { kern: string; name: string }[] {
  const { data } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 5 * 60_000 });
  const own = data?.kernen.filter((kern) => kern.municipality === me.municipality) ?? [];
  return own.filter(({ kern }) => keepsOrder(me, kern));
}
