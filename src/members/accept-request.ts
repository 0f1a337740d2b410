import type { Work } from "../shared/work.ts";
import type { MembersFact } from "./contract.ts";
import { enrolPerson } from "./enrol.ts";
import { type JoinRequest, saveDecision } from "./join-store.ts";
import { letIn } from "./let-in.ts";
import { endMembership, findMembership } from "./store.ts";

/**
 * Makes the asker a member of the kern; a person with that address who is already known keeps her name and language.
 * Who moves house then leaves the kern she came from. `decidedBy` is null when the kern's policy decided. The address must be locked.
 */
export async function acceptRequest(
  work: Work,
  request: Pick<JoinRequest, "joinRequest" | "kern" | "movesFrom" | "name" | "email" | "language">,
  decidedBy: string | null,
): Promise<void> {
  const { tx, now, announce } = work;
  const { joinRequest, kern, movesFrom, name, email, language } = request;
  await saveDecision(tx, joinRequest, { decision: "accepted", decidedBy, decidedAt: now, reason: null });
  const { person, begins } = await enrolPerson(tx, { kern, name, email, language, since: now });
  if (begins) await letIn(work, "member-accepted", [{ person, kern }]);
  if (movesFrom === null || !(await findMembership(tx, person, movesFrom))) return;
  await endMembership(tx, person, movesFrom, now);
  announce({ fact: "member-left", person, kern: movesFrom } satisfies MembersFact);
}
