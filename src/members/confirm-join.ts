import { kernOf } from "../kernen/index.ts";
import { fingerprint } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { acceptRequest } from "./accept-request.ts";
import { confirmJoinInput, type JoinConfirmedView, type MembersFact } from "./contract.ts";
import { findRequestByToken, type JoinRequest, saveConfirmation } from "./join-store.ts";
import { refuseAddress, refuseLink } from "./rules.ts";
import { lockAddress } from "./store.ts";

/**
 * Whoever holds the link from the mail confirms the request. By the kern's policy she takes part at once or waits for the officer.
 * Refuses an unknown link ("not-found"), a used one ("link-used", with `state`: how it stands now) and an expired or replaced one
 * ("link-expired"); both with the kern, so that the page can show the way on.
 */
export const confirmJoin = action({
  name: "members.confirm-join",
  kind: "change",
  input: confirmJoinInput,
  async run(work, { token }): Promise<JoinConfirmedView> {
    const { tx, now, announce, concerns } = work;
    const tokenFingerprint = fingerprint(token);
    const seen = await findRequestByToken(tx, tokenFingerprint);
    if (!seen) throw new Refused("not-found");
    await lockAddress(tx, seen.email);
    const request = (await findRequestByToken(tx, tokenFingerprint)) ?? seen;
    concerns(`join request ${request.joinRequest}`);
    const refusal = refuseLink({ usedAt: request.confirmedAt, expiresAt: request.expiresAt }, now);
    if (refusal) throw new Refused(refusal, { kern: request.kern, kernName: request.kernName, ...standing(request) });

    await saveConfirmation(tx, request.joinRequest, now);
    const { kern, kernName, name, email } = request;
    const atOnce = (await kernOf(tx, kern))?.joining === "at-once";
    if (atOnce) await acceptRequest(work, request, null);
    else announce({ fact: "join-request-waits", joinRequest: request.joinRequest, kern } satisfies MembersFact);
    return { state: atOnce ? "member" : "waits-for-officer", kern, kernName, name, webOnly: refuseAddress(email) !== null };
  },
});

function standing({ confirmedAt, decision }: JoinRequest) {
  if (confirmedAt === null) return {};
  if (decision === null) return { state: "waits-for-officer" };
  return { state: decision === "accepted" ? "member" : "refused" };
}
