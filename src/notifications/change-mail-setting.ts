import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { changeMailSettingInput, type MailSettingView } from "./contract.ts";
import { removeStopped, saveStopped } from "./mail-setting-store.ts";

/** She starts or stops one kind of mail; the others stay, so that two devices do not undo each other. Refuses who is not signed in. */
export const changeMailSetting = action({
  name: "notifications.change-mail-setting",
  kind: "change",
  input: changeMailSettingInput,
  async run({ tx, actor, now, concerns }, { mail, wanted }): Promise<MailSettingView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`person ${actor.person}`);
    if (wanted) await removeStopped(tx, actor.person, mail);
    else await saveStopped(tx, actor.municipality, actor.person, mail, now);
    return { mail, wanted };
  },
});
