import { useQuery } from "@tanstack/react-query";
import type { KernHomeView } from "../../kernen/contract.ts";
import { api } from "../api.ts";
import { useAt } from "../place.tsx";
import { keys } from "../queries.ts";

/** The kern a page is about, once known; colours the page in its accent. An empty slug asks nothing. */
export function useKern(municipality: string, slug: string): KernHomeView | undefined {
  const { data: kern } = useQuery({
    queryKey: keys.kern(municipality, slug),
    queryFn: () => api.kern(municipality, slug),
    enabled: slug !== "",
    staleTime: 5 * 60_000,
  });
  useAt(kern && { municipality: kern.municipality, kern: kern.kern, name: kern.name, accent: kern.accent });
  return kern;
}
