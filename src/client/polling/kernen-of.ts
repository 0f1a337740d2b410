import { useQuery } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { api } from "../api.ts";
import { keys } from "../queries.ts";

/** The kernen in which this person keeps order; an officer without a kern in her role keeps order in all. */
export function useKernenOf(me: MeView): { kern: string; name: string }[] {
  const { data } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 5 * 60_000 });
  const roles = me.roles.filter((role) => role.role === "officer" || role.role === "admin");
  const everywhere = roles.some((role) => role.kern === null);
  const own = data?.kernen.filter((kern) => kern.municipality === me.municipality) ?? [];
  return own.filter((kern) => everywhere || roles.some((role) => role.kern === kern.kern));
}
