import { fingerprint, newSecret } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { askEmailChangeInput, type JoinAskedView, type MembersFact } from "./contract.ts";
import { countChangesAskedSince, insertEmailChange } from "./email-change-store.ts";
import { emailChangeLivesMs, linkMailsPeriodMs, mostLinkMails } from "./rules.ts";

/**
 * Mails a link to the new address; nothing changes before it is pressed. Refuses a visitor and a sixth mail within the hour. Whether
 * somebody else has the address is told only to who can read its mailbox.
 */
export const askEmailChange = action({
  name: "members.ask-email-change",
  kind: "change",
  input: askEmailChangeInput,
  async run({ tx, actor, now, announce, concerns }, { email }): Promise<JoinAskedView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`person ${actor.person}`);
    if ((await countChangesAskedSince(tx, actor.person, after(now, -linkMailsPeriodMs))) >= mostLinkMails) {
      throw new Refused("too-many-requests");
    }
    const token = newSecret();
    const expiresAt = after(now, emailChangeLivesMs);
    await insertEmailChange(tx, { person: actor.person, email, askedAt: now, tokenFingerprint: fingerprint(token), expiresAt });
    announce({ fact: "email-change-asked", person: actor.person, email, token } satisfies MembersFact);
    return { mailSentTo: email };
  },
});
