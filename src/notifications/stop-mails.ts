import { personContact } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MailSettingView, stopMailsInput } from "./contract.ts";
import { saveStopped } from "./mail-setting-store.ts";
import { readStopToken } from "./stop-token.ts";

/**
 * Stops one kind of mail for the person whose mail carried this token, whoever holds it (RFC 8058); again changes nothing. Of who is
 * no longer known nothing is kept. Refuses a token that is not ours ("invalid-input").
 */
export const stopMails = action({
  name: "notifications.stop-mails",
  kind: "change",
  input: stopMailsInput,
  async run({ tx, actor, now, concerns, vault }, { token }): Promise<MailSettingView> {
    const meant = readStopToken(vault, token);
    if (!meant) throw new Refused("invalid-input", { fields: [{ path: "token", message: "invalid-link" }] });
    const { person, mail } = meant;
    concerns(`person ${person}`);
    if (await personContact(tx, person)) await saveStopped(tx, actor.municipality, person, mail, now);
    return { mail, wanted: false };
  },
});
