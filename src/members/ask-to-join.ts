import { kernOf } from "../kernen/index.ts";
import { fingerprint, newId, newSecret } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { askToJoinInput, consentText, type JoinAskedView, type MembersFact } from "./contract.ts";
import { countAskedSince, findWaitingOf, replaceRequest } from "./join-store.ts";
import { confirmationLivesMs, linkMailsPeriodMs, mostLinkMails } from "./rules.ts";
import { makeSignInLink } from "./sign-in-link.ts";
import { findMembership, findPersonByEmail, lockAddress } from "./store.ts";

/**
 * A visitor asks to take part in a kern; what follows goes to the mailbox of the address only. The answer is the same whether the
 * address is new, takes part already, waits for the officer or has had enough mails. Refuses a kern the municipality does not have.
 */
export const askToJoin = action({
  name: "members.ask-to-join",
  kind: "change",
  input: askToJoinInput,
  async run({ tx, now, announce, concerns }, { kern, name, email, language }): Promise<JoinAskedView> {
    concerns(`kern ${kern}`);
    if (!(await kernOf(tx, kern))) throw new Refused("not-found");
    await lockAddress(tx, email);
    const answer = { mailSentTo: email };

    const known = await findPersonByEmail(tx, email);
    if (known && (await findMembership(tx, known.person, kern))) {
      const token = await makeSignInLink(tx, known.person, now);
      if (token) announce({ fact: "known-member-asked-to-join", person: known.person, kern, token } satisfies MembersFact);
      return answer;
    }
    const waiting = await findWaitingOf(tx, kern, email);
    if (waiting) {
      announce({ fact: "asked-to-join-while-waiting", joinRequest: waiting.joinRequest, kern } satisfies MembersFact);
      return answer;
    }
    if ((await countAskedSince(tx, email, after(now, -linkMailsPeriodMs))) >= mostLinkMails) return answer;

    const joinRequest = newId();
    const token = newSecret();
    await replaceRequest(tx, {
      joinRequest,
      kern,
      name,
      email,
      language,
      consentText: consentText[language],
      askedAt: now,
      tokenFingerprint: fingerprint(token),
      expiresAt: after(now, confirmationLivesMs),
    });
    announce({ fact: "join-asked", joinRequest, kern, name, email, language, token } satisfies MembersFact);
    return answer;
  },
});
