/** A proposal that was begun in a chat: its text comes in the address and becomes this device's unsent draft. */
import { readBegunText } from "../../shared/links.ts";
import { remember, remembered } from "../kit/device-memory.ts";
import { emptyFields } from "./draft.ts";

/**
 * Takes the text out of the address, before signing in leads away from it. What this device wrote for the kern and has not sent yet goes
 * first; what was sent stays among her own proposals.
 * Gives the id of the new draft, of which the server knows nothing yet; null when none was begun.
 */
export function takeBegunText(kern: string): string | null {
  const begun = readBegunText(window.location.hash);
  if (!begun) return null;
  const earlier = remembered(`nieuw.${kern}`);
  if (earlier && remembered(`concept.${earlier}`) !== null) return null;
  const proposal = crypto.randomUUID();
  remember(`nieuw.${kern}`, proposal);
  remember(`concept.${proposal}`, JSON.stringify({ ...emptyFields, ...begun }));
  return proposal;
}

/** Once it was taken, the text leaves the address, so that going back does not begin it again. */
export function clearBegunText(): void {
  if (!readBegunText(window.location.hash)) return;
  window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
}
