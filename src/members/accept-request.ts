import { newId } from "../shared/ids.ts";
import type { Work } from "../shared/work.ts";
import type { MembersFact } from "./contract.ts";
import { type JoinRequest, saveDecision } from "./join-store.ts";
import { refuseAddress } from "./rules.ts";
import { findPersonByEmail, insertPerson, startMembership } from "./store.ts";

/**
 * Makes the asker a member of the kern; a person with that address who is already known keeps her name and language.
 * `decidedBy` is null when the kern's policy decided. The address must be locked.
 */
export async function acceptRequest(
  { tx, now, announce }: Work,
  request: Pick<JoinRequest, "joinRequest" | "kern" | "name" | "email" | "language">,
  decidedBy: string | null,
): Promise<void> {
  const { joinRequest, kern, name, email, language } = request;
  await saveDecision(tx, joinRequest, { decision: "accepted", decidedBy, decidedAt: now, reason: null });
  let person = (await findPersonByEmail(tx, email))?.person;
  if (person === undefined) {
    person = newId();
    const sign = refuseAddress(email);
    const webOnlyReason = sign === null ? null : `Microsoft refuses addresses with ${sign}`;
    await insertPerson(tx, { person, name, email, language, webOnlyReason, createdAt: now });
  }
  const begins = await startMembership(tx, person, kern, now);
  if (begins) announce({ fact: "member-accepted", person, kern } satisfies MembersFact);
}
