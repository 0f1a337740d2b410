import { mayModerate, personAccount } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import type { Chat } from "./chat.ts";
import { findQuietHours } from "./chat-store.ts";
import { type ChatSettingView, noInput } from "./contract.ts";

/** Makes the action: when she is left in peace, and whether the bot can write to her. Refuses who is no officer. */
export function makeViewChatSetting(reaches: Chat["reaches"]) {
  return action({
    name: "notifications.view-chat-setting",
    kind: "view",
    input: noInput,
    async run({ tx, actor }): Promise<ChatSettingView> {
      if (actor.person === null) throw new Refused("not-signed-in");
      if (!mayModerate(actor)) throw new Refused("not-allowed");
      const oid = (await personAccount(tx, actor.person))?.entraOid ?? null;
      const reachable = oid !== null && (await reaches(tx, actor.municipality, oid));
      return { ...(await findQuietHours(tx, actor.person)), reachable };
    },
  });
}
