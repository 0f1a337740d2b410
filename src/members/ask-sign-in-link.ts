import { action } from "../shared/work.ts";
import { askSignInLinkInput, type JoinAskedView, type MembersFact } from "./contract.ts";
import { makeSignInLink } from "./sign-in-link.ts";
import { findPersonByEmail, lockAddress } from "./store.ts";

/** Mails a link that signs in, if somebody takes part with this address; the answer is the same when nobody does. */
export const askSignInLink = action({
  name: "members.ask-sign-in-link",
  kind: "change",
  input: askSignInLinkInput,
  async run({ tx, now, announce, concerns }, { email }): Promise<JoinAskedView> {
    await lockAddress(tx, email);
    const known = await findPersonByEmail(tx, email);
    if (known) {
      concerns(`person ${known.person}`);
      const token = await makeSignInLink(tx, known.person, now);
      if (token) announce({ fact: "sign-in-link-asked", person: known.person, token } satisfies MembersFact);
    }
    return { mailSentTo: email };
  },
});
