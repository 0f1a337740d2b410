import { newId } from "../shared/ids.ts";
import type { Language, Tx } from "../shared/work.ts";
import { refuseAddress } from "./rules.ts";
import { findPersonByEmail, insertPerson, lockAddress, startMembership } from "./store.ts";

export interface Newcomer {
  kern: string;
  name: string;
  /** Lower case. */
  email: string;
  language: Language;
  since: Date;
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
  const { kern, name, email, language, since } = newcomer;
  let person = (await findPersonByEmail(tx, email))?.person;
  if (person === undefined) {
    person = newId();
    const sign = refuseAddress(email);
    const webOnlyReason = sign === null ? null : `Microsoft refuses addresses with ${sign}`;
    await insertPerson(tx, { person, name, email, language, webOnlyReason, createdAt: since });
  }
  return { person, begins: await startMembership(tx, person, kern, since) };
}
