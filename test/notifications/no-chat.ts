import type { ChatDesk } from "../../src/notifications/index.ts";
import { makeVault } from "../../src/shared/vault.ts";

const nobody = async () => ({ failed: "the bot is not in a chat with her", again: false, unknown: false });

/** For tests about mails: nobody has the bot in a chat. */
export const noChat: Pick<ChatDesk, "chat" | "queueReactions" | "vault"> = {
  chat: {
    reaches: async () => false,
    reachesAmong: async () => new Set(),
    tellTask: nobody,
    tellTasks: nobody,
    tellNews: nobody,
  },
  queueReactions: async () => undefined,
  vault: makeVault("the tests keep no secret worth keeping"),
};
