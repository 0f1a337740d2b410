import type { z } from "zod";
import { publishedTitles } from "../proposals/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Tx } from "../shared/work.ts";
import type { planMeetingInput } from "./contract.ts";
import { faultsOf, type Whereabouts } from "./rules.ts";
import type { MeetingContent } from "./store.ts";

type Given = Omit<z.output<typeof planMeetingInput>, "kern" | "meeting">;

export interface Wanted extends MeetingContent {
  proposals: string[];
}

/**
 * What an officer filled in, as it is kept: each proposal once. Refuses ("invalid-input", all faults together) what rules.ts finds, and
 * proposals that never stood on the square or belong to another kern. `before`: the meeting as it stood.
 */
export async function judged(tx: Tx, kern: string, given: Given, now: Date, before?: Whereabouts): Promise<Wanted> {
  const proposals = [...new Set(given.proposals)];
  const wanted = { ...given, proposals, startsAt: new Date(given.startsAt), endsAt: new Date(given.endsAt) };
  const known = (await publishedTitles(tx, proposals)).filter((found) => found.kern === kern);
  const faults = faultsOf(wanted, now, before);
  if (known.length < proposals.length) faults.push({ path: "proposals", message: "unknown-proposal" });
  if (faults.length > 0) throw new Refused("invalid-input", { fields: faults });
  return wanted;
}
