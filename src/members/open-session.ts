import { fingerprint } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { refuseBlocked } from "./block-store.ts";
import { openSessionInput, type SessionOpened } from "./contract.ts";
import { noteMoment } from "./guest-store.ts";
import { refuseLink } from "./rules.ts";
import { lockSignInLink, markUsed } from "./session-store.ts";
import { startSession } from "./sessions.ts";
import { findPerson } from "./store.ts";

/** Trades the secret of a sign-in link for a session, once. Refuses an unknown, a used ("link-used") and an expired link, and who is blocked ("not-allowed"). */
export const openSession = action({
  name: "members.open-session",
  kind: "change",
  input: openSessionInput,
  async run({ tx, now, concerns }, { token }): Promise<SessionOpened> {
    const link = await lockSignInLink(tx, fingerprint(token));
    const person = link && (await findPerson(tx, link.person));
    if (!link || !person) throw new Refused("not-found");
    concerns(`person ${person.person}`);
    const refusal = refuseLink(link, now);
    if (refusal) throw new Refused(refusal);
    await refuseBlocked(tx, person.person, now);
    await noteMoment(tx, person.person, "web_opened_at", now);
    await markUsed(tx, fingerprint(token), now);
    return startSession(tx, person, "mail", now);
  },
});
