import { kernOf } from "../kernen/index.ts";
import { fingerprint, newId, newSecret } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Work } from "../shared/work.ts";
import { refuseBlocked } from "./block-store.ts";
import { consentText, type MembersFact, type MembershipView, moveMemberInput } from "./contract.ts";
import { findWaitingOf, replaceRequest, saveConfirmation, saveMove } from "./join-store.ts";
import { letIn } from "./let-in.ts";
import { isOfficerOf } from "./rules.ts";
import { endMembership, findMembership, findPerson, lockAddress, type Person, startMembership } from "./store.ts";

/**
 * Somebody moves house. A resident moves herself: where the officer decides on newcomers she waits for that and stays where she is until
 * then. An officer of both kernen moves a resident at once. Refuses others, and who does not take part in `from`.
 */
export const moveMember = action({
  name: "members.move-member",
  kind: "change",
  input: moveMemberInput,
  async run(work, { person = work.actor.person ?? "", from, to }): Promise<MembershipView> {
    const { tx, actor, now, announce, concerns } = work;
    concerns(`person ${person} from ${from} to ${to}`);
    if (actor.person === null) throw new Refused("not-signed-in");
    const byOfficer = person !== actor.person;
    if (byOfficer && !(isOfficerOf(actor, from) && isOfficerOf(actor, to))) throw new Refused("not-allowed");
    const mover = await findPerson(tx, person);
    const target = await kernOf(tx, to);
    if (!mover || !target || from === to) throw new Refused("not-found");
    await lockAddress(tx, mover.email);
    await refuseBlocked(tx, person, now);
    if (!(await findMembership(tx, person, from))) throw new Refused("not-a-member");
    const known = await findMembership(tx, person, to);
    if (!byOfficer && !known && target.joining === "officer-decides") {
      await askOfficer(work, mover, from, to);
      return { person, kern: to, state: "waits-for-officer" };
    }
    await endMembership(tx, person, from, now);
    announce({ fact: "member-left", person, kern: from } satisfies MembersFact);
    if (await startMembership(tx, person, to, now)) await letIn(work, "member-accepted", [{ person, kern: to }]);
    return { person, kern: to, state: "member" };
  },
});

/** Her address is confirmed already: the request goes to the officer's desk at once. */
async function askOfficer(
  { tx, now, announce }: Work,
  { name, email, language }: Person,
  from: string,
  kern: string,
): Promise<void> {
  const waiting = await findWaitingOf(tx, kern, email);
  if (waiting) return saveMove(tx, waiting.joinRequest, from);
  const joinRequest = newId();
  await replaceRequest(tx, {
    joinRequest,
    kern,
    name,
    email,
    language,
    consentText: consentText[language],
    askedAt: now,
    tokenFingerprint: fingerprint(newSecret()),
    expiresAt: now,
  });
  await saveMove(tx, joinRequest, from);
  await saveConfirmation(tx, joinRequest, now);
  announce({ fact: "join-request-waits", joinRequest, kern } satisfies MembersFact);
}
