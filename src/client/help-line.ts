import { useQueryClient } from "@tanstack/react-query";
import type { KernHomeView } from "../kernen/contract.ts";
import type { MeView } from "../members/contract.ts";
import { usePlace } from "./place.tsx";
import { keys } from "./queries.ts";

/** Whom to call, as far as already known: the contact person of the kern one is in, else the municipality. Asks the server nothing. */
export function useHelpLine(): { name: string; phone: string } | null {
  const queries = useQueryClient();
  const place = usePlace();
  const kern = place && queries.getQueryData<KernHomeView>(keys.kern(place.municipality, place.kern));
  if (kern?.contact.phone) return kern.contact;
  const me = queries.getQueryData<MeView | null>(keys.me);
  return me?.phone ? { name: "", phone: me.phone } : null;
}
