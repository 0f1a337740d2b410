import { mayModerate } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { saveQuietHours } from "./chat-store.ts";
import { changeChatSettingInput } from "./contract.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** An officer says when she is left in peace. Refuses who is none. */
export const changeChatSetting = action({
  name: "notifications.change-chat-setting",
  kind: "change",
  input: changeChatSettingInput,
  async run({ tx, actor, concerns }, quiet): Promise<QuietHours> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!mayModerate(actor)) throw new Refused("not-allowed");
    concerns(`person ${actor.person}`);
    await saveQuietHours(tx, actor.municipality, actor.person, quiet);
    return quiet;
  },
});
