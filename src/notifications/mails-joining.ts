/** Mails that follow facts about joining a kern. Who or what is gone by the time the job runs gets no mail. */
import type { MembersFact } from "../members/contract.ts";
import { joinRequestForMail } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { ChatDesk } from "./chat-first.ts";
import { alreadyWaiting, confirmJoining, joiningRefused } from "./letters/joining.ts";
import { mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import { mailWelcome } from "./mail-welcome.ts";

const follow = following<MembersFact>();

export function mailsAboutJoining(desk: ChatDesk): MailReaction[] {
  const page = (path: string) => `${desk.publicUrl}${path}`;
  return [
    follow("mail-confirm-join", "join-asked", ({ municipality, fact }) =>
      mailOnce(desk, municipality, `confirm-join ${fact.joinRequest}`, async (tx) => {
        const request = await joinRequestForMail(tx, fact.joinRequest);
        if (!request || request.confirmedAt !== null || request.expiresAt <= desk.clock()) return undefined;
        const url = page(paths.confirmJoin(`${municipality}.${fact.token}`));
        return { to: request, kern: request.kern, letter: confirmJoining(request.language, { ...request, url }) };
      }),
    ),

    follow("mail-already-waiting", "asked-to-join-while-waiting", ({ municipality, fact }) =>
      mailOnce(desk, municipality, `already-waiting ${fact.joinRequest}`, async (tx) => {
        const request = await joinRequestForMail(tx, fact.joinRequest);
        if (!request || request.decision !== null) return undefined;
        const url = page(paths.kern(municipality, request.kern));
        return { to: request, kern: request.kern, letter: alreadyWaiting(request.language, { ...request, url }) };
      }),
    ),

    follow("mail-join-refused", "join-request-refused", ({ municipality, fact }) =>
      mailOnce(desk, municipality, `join-refused ${fact.joinRequest}`, async (tx) => {
        const request = await joinRequestForMail(tx, fact.joinRequest);
        if (!request) return undefined;
        const details = { ...request, reason: fact.reason, url: page(paths.join()) };
        return { to: request, kern: request.kern, letter: joiningRefused(request.language, details) };
      }),
    ),

    follow("mail-welcome", "guest-recorded", (event) => mailWelcome(desk, event)),
  ];
}
