import { fingerprint, newSecret } from "../shared/ids.ts";
import { after, days } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import { linkMailsPeriodMs, mostLinkMails, signInLinkLivesMs } from "./rules.ts";
import { countLinksExpiringAfter, deleteExpired, insertSignInLink } from "./session-store.ts";

/** Makes a link's secret for this person; null when she has had enough mails for now. Links are told apart for a month after. */
export async function makeSignInLink(tx: Tx, person: string, now: Date): Promise<string | null> {
  const madeInPeriod = await countLinksExpiringAfter(tx, person, after(now, signInLinkLivesMs - linkMailsPeriodMs));
  if (madeInPeriod >= mostLinkMails) return null;
  await deleteExpired(tx, person, now, after(now, -days(30)));
  const token = newSecret();
  await insertSignInLink(tx, person, fingerprint(token), after(now, signInLinkLivesMs));
  return token;
}
