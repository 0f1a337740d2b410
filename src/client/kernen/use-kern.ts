import { useQuery } from "@tanstack/react-query";
import type { KernHomeView } from "../../kernen/contract.ts";
import { api } from "../api.ts";
import { useAt } from "../place.tsx";
import { keys } from "../queries.ts";

/** What is known of a kern. An empty slug asks nothing. */
export function useKernView(municipality: string, slug: string): KernHomeView | undefined {
  const { data } = useQuery({
    queryKey: keys.kern(municipality, slug),
    queryFn: () => api.kern(municipality, slug),
    enabled: slug !== "",
    staleTime: 5 * 60_000,
  });
  return data;
}

/** The kern a page is about, once known; the page takes its accent, and the navigation leads to its pages. */
export function useKern(municipality: string, slug: string): KernHomeView | undefined {
  const kern = useKernView(municipality, slug);
  useAt(kern && { municipality: kern.municipality, kern: kern.kern, name: kern.name, accent: kern.accent });
  return kern;
}
