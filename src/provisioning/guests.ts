/** What the reactions to facts about members need. */
import type { Workshop } from "../shared/work.ts";
import type { KernTeam } from "./contract.ts";
import { teamOf } from "./store.ts";
import type { Workplace } from "./workplace.ts";

export interface GuestDesk {
  workplace: Workplace;
  workshop: Pick<Workshop, "inMunicipality" | "queueReactions" | "clock">;
  /** Where a guest lands after accepting the invitation: an https address. */
  landingUrl: string;
  /** Long work ends soon after this, and is taken up again at the next start. */
  stopping?: AbortSignal;
}

export interface InKern {
  municipality: string;
  tenant: string;
  kern: string;
}

/** The kern's team; null as long as it has none. */
export function teamFor({ workshop }: GuestDesk, { municipality, kern }: InKern): Promise<KernTeam | null> {
  return workshop.inMunicipality(municipality, (tx) => teamOf(tx, municipality, kern));
}
