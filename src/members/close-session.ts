import { action } from "../shared/work.ts";
import { closeSessionInput, type SessionClosed } from "./contract.ts";
import { deleteSession } from "./session-store.ts";
import { sessionFingerprint } from "./sessions.ts";

/** Signs this device out. A session that no longer exists is closed as well. */
export const closeSession = action({
  name: "members.close-session",
  kind: "change",
  input: closeSessionInput,
  async run({ tx, actor, concerns }, { session }): Promise<SessionClosed> {
    if (actor.person !== null) concerns(`person ${actor.person}`);
    await deleteSession(tx, sessionFingerprint(session));
    return { closed: true };
  },
});
