import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { acceptRequest } from "./accept-request.ts";
import { decideJoinRequestInput, type JoinDecidedView, type MembersFact } from "./contract.ts";
import { findRequest, saveDecision } from "./join-store.ts";
import { isOfficerOf, lacksReason } from "./rules.ts";
import { findPerson, lockAddress } from "./store.ts";

/**
 * The officer of that kern accepts or refuses. Refuses others, an unconfirmed request ("not-found"), a decided one
 * ("already-decided", with the decision and who took it) and a refusal without a reason.
 */
export const decideJoinRequest = action({
  name: "members.decide-join-request",
  kind: "change",
  input: decideJoinRequestInput,
  async run(work, { joinRequest, decision, reason }): Promise<JoinDecidedView> {
    const { tx, actor, now, announce, concerns } = work;
    concerns(`join request ${joinRequest}`);
    const seen = await findRequest(tx, joinRequest);
    if (!seen) throw new Refused("not-found");
    if (!isOfficerOf(actor, seen.kern)) throw new Refused("not-allowed");
    if (lacksReason(decision, reason)) throw new Refused("reason-required");
    await lockAddress(tx, seen.email);
    const request = (await findRequest(tx, joinRequest)) ?? seen;
    if (request.confirmedAt === null) throw new Refused("not-found");
    if (request.decision !== null) {
      const decidedBy = request.decidedBy && (await findPerson(tx, request.decidedBy));
      throw new Refused("already-decided", {
        decision: request.decision,
        decidedByName: decidedBy ? decidedBy.name : null,
        decidedAt: request.decidedAt?.toISOString(),
      });
    }
    if (decision === "accepted") await acceptRequest(work, request, actor.person);
    else {
      await saveDecision(tx, joinRequest, { decision, decidedBy: actor.person, decidedAt: now, reason });
      announce({ fact: "join-request-refused", joinRequest, kern: request.kern, reason } satisfies MembersFact);
    }
    return { joinRequest, decision };
  },
});
