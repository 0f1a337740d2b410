import { newId } from "../shared/ids.ts";
import type { Language, Tx } from "../shared/work.ts";
import { refuseAddress } from "./rules.ts";
import { findPersonByEmail, type InvitedBy, insertPerson, lockAddress, startMembership } from "./store.ts";

export interface Newcomer {
  kern: string;
  name: string;
  /** Lower case. */
  email: string;
  language: Language;
  since: Date;
  /** Null or left out: she asked herself. */
  invited?: InvitedBy | null;
}

/** Makes somebody a member without a request: demo content, and whoever is written in at the counter. Gives her id; announces nothing. */
export async function enrol(tx: Tx, newcomer: Newcomer): Promise<string> {
  await lockAddress(tx, newcomer.email);
  return (await enrolPerson(tx, newcomer)).person;
}

/**
 * A person with that address who is already known keeps her name and language. `begins` is false when she already took part in the
 * kern. The address must be locked.
 */
export async function enrolPerson(tx: Tx, newcomer: Newcomer): Promise<{ person: string; begins: boolean }> {
  const { kern, name, email, language, since, invited = null } = newcomer;
  let person = (await findPersonByEmail(tx, email))?.person;
  if (person === undefined) {
    person = newId();
    await insertPerson(tx, { person, name, email, language, webOnlyReason: webOnlyReasonOf(email), createdAt: since });
  }
  return { person, begins: await startMembership(tx, person, kern, since, invited) };
}

/** What is kept of who cannot become a guest; null when Microsoft takes the address. */
export function webOnlyReasonOf(email: string): string | null {
  const sign = refuseAddress(email);
  return sign === null ? null : `Microsoft refuses addresses with ${sign}`;
}
