import type { ChatDesk } from "../../src/notifications/index.ts";

const nobody = async () => ({ failed: "the bot is not in a chat with her", again: false, unknown: false });

/** For tests about mails: nobody has the bot in a chat. */
export const noChat: Pick<ChatDesk, "chat" | "queueReactions"> = {
  chat: { reaches: async () => false, tellTask: nobody, tellTasks: nobody },
  queueReactions: async () => undefined,
};
