/** Mails with a link that signs in. A link that no longer works is not mailed any more. */
import { kernOf } from "../kernen/index.ts";
import type { MembersFact } from "../members/contract.ts";
import { personContact, signInLinkWorksUntil } from "../members/index.ts";
import { fingerprint } from "../shared/ids.ts";
import { paths } from "../shared/links.ts";
import type { ChatDesk } from "./chat-first.ts";
import { knownMember, signInLink } from "./letters/joining.ts";
import { mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";

const follow = following<MembersFact>();

export function mailsAboutSigningIn(desk: ChatDesk): MailReaction[] {
  const link = (municipality: string, token: string) => `${desk.publicUrl}${paths.openSession(`${municipality}.${token}`)}`;
  const keyOf = (token: string) => `sign-in ${fingerprint(token)}`;
  return [
    follow("mail-sign-in-link", "sign-in-link-asked", ({ municipality, fact }) =>
      mailOnce(desk, municipality, keyOf(fact.token), async (tx) => {
        const to = await personContact(tx, fact.person);
        const expiresAt = await signInLinkWorksUntil(tx, fact.token, desk.clock());
        if (!to || !expiresAt) return undefined;
        const letter = signInLink(to.language, { name: to.name, url: link(municipality, fact.token), expiresAt });
        return { to, kern: null, letter };
      }),
    ),

    follow("mail-known-member", "known-member-asked-to-join", ({ municipality, fact }) =>
      mailOnce(desk, municipality, keyOf(fact.token), async (tx) => {
        const to = await personContact(tx, fact.person);
        const kern = await kernOf(tx, fact.kern);
        const expiresAt = await signInLinkWorksUntil(tx, fact.token, desk.clock());
        if (!to || !kern || !expiresAt) return undefined;
        const details = { kernName: kern.name, name: to.name, url: link(municipality, fact.token), expiresAt };
        return { to, kern: fact.kern, letter: knownMember(to.language, details) };
      }),
    ),
  ];
}
