import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MailSettingsView, mailKinds, noInput } from "./contract.ts";
import { findStopped } from "./mail-setting-store.ts";

/** Which mails she wants, every kind that can be stopped. Refuses who is not signed in. */
export const viewMailSettings = action({
  name: "notifications.view-mail-settings",
  kind: "view",
  input: noInput,
  async run({ tx, actor }): Promise<MailSettingsView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const stopped = await findStopped(tx, actor.person);
    return { mails: mailKinds.map((mail) => ({ mail, wanted: !stopped.has(mail) })) };
  },
});
