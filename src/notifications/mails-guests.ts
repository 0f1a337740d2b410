/** Mails about invitations, blocks and new addresses. Each looks again at how things stand when its time has come. */
import { kernOf } from "../kernen/index.ts";
import type { MembersFact } from "../members/contract.ts";
import {
  blockOf,
  emailChangeWorksUntil,
  guestOf,
  membershipOf,
  personAccount,
  personContact,
  recordMailOutcome,
  reminderAfterMs,
} from "../members/index.ts";
import { fingerprint } from "../shared/ids.ts";
import { paths } from "../shared/links.ts";
import type { Event } from "../shared/reaction.ts";
import { after } from "../shared/time.ts";
import type { Fact } from "../shared/work.ts";
import type { ChatDesk } from "./chat-first.ts";
import { addressChanged, blocked, confirmAddress, unblocked } from "./letters/guest-changes.ts";
import { invitationReminder } from "./letters/invitation.ts";
import { mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import { inviterOf } from "./mail-welcome.ts";

const follow = following<MembersFact>();
type InvitationMade = Extract<MembersFact, { fact: "invitation-made" }>;
const [firstReminder, lastReminder] = reminderAfterMs;

export function mailsAboutGuests(desk: ChatDesk): MailReaction[] {
  const page = (path: string) => `${desk.publicUrl}${path}`;
  return [
    reminder(desk, "remind-of-invitation", firstReminder),
    reminder(desk, "remind-of-invitation-last", lastReminder),

    follow("mail-blocked", "member-blocked", ({ municipality, fact }) =>
      mailOnce(
        desk,
        municipality,
        `blocked ${fact.person} ${fingerprint(`${fact.reason}${fact.until}`).slice(0, 12)}`,
        async (tx) => {
          const to = await personContact(tx, fact.person);
          const kern = await kernOf(tx, fact.kern);
          const block = await blockOf(tx, fact.person, desk.clock());
          if (!to || !kern || !block) return undefined;
          const given = {
            name: to.name,
            kernName: kern.name,
            url: page("/voorwaarden"),
            reason: block.reason,
            until: block.until,
          };
          return { to, kern: fact.kern, letter: blocked(to.language, given) };
        },
      ),
    ),

    follow("mail-unblocked", "member-unblocked", async ({ municipality, fact }) => {
      const day = desk.clock().toISOString().slice(0, 10);
      await mailOnce(desk, municipality, `unblocked ${fact.person} ${day}`, async (tx) => {
        const to = await personContact(tx, fact.person);
        const kern = await kernOf(tx, fact.kern);
        if (!to || !kern || (await blockOf(tx, fact.person, desk.clock()))) return undefined;
        const url = page(paths.kern(municipality, fact.kern));
        return { to, kern: fact.kern, letter: unblocked(to.language, { name: to.name, kernName: kern.name, url }) };
      });
    }),

    follow("mail-confirm-address", "email-change-asked", ({ municipality, fact }) =>
      mailOnce(desk, municipality, `confirm-address ${fingerprint(fact.token)}`, async (tx) => {
        const person = await personContact(tx, fact.person);
        const expiresAt = await emailChangeWorksUntil(tx, fact.token, desk.clock());
        if (!person || !expiresAt) return undefined;
        const url = page(paths.confirmEmailChange(`${municipality}.${fact.token}`));
        const to = { ...person, email: fact.email };
        return { to, kern: null, letter: confirmAddress(person.language, { name: person.name, url, expiresAt }) };
      }),
    ),

    follow("mail-address-changed", "email-changed", async ({ municipality, fact }) => {
      const key = `address-changed ${fact.person} ${fingerprint(fact.formerEmail).slice(0, 12)}`;
      await mailOnce(desk, municipality, key, async (tx) => {
        const person = await personContact(tx, fact.person);
        if (!person || person.email === fact.formerEmail) return undefined;
        const to = { ...person, email: fact.formerEmail };
        return { to, kern: null, letter: addressChanged(person.language, { name: person.name, url: page(paths.home()) }) };
      });
    }),
  ];
}

/** Only to who was asked in by an officer and has not shown herself in any way since. */
function reminder(desk: ChatDesk, deed: string, afterMs: number): MailReaction {
  const run = async ({ municipality, fact }: Event<InvitationMade>) => {
    const { person, kern } = fact;
    const since = (await desk.inMunicipality(municipality, (tx) => membershipOf(tx, person, kern)))?.since.toISOString();
    await mailOnce(desk, municipality, `${deed} ${person} ${kern} ${since}`, async (tx) => {
      const membership = await membershipOf(tx, person, kern);
      const guest = await guestOf(tx, person);
      const came = guest?.acceptedAt ?? guest?.tabOpenedAt ?? guest?.webOpenedAt;
      if (!membership?.invitedBy || came || (await blockOf(tx, person, desk.clock()))) return undefined;
      const to = await personAccount(tx, person);
      const place = await kernOf(tx, kern);
      if (!to || !place) return undefined;
      const letter = invitationReminder(to.language, {
        kernName: place.name,
        name: to.name,
        officerName: await inviterOf(tx, membership.invitedBy, kern),
        url: `${desk.publicUrl}${paths.kern(municipality, kern)}`,
        meUrl: `${desk.publicUrl}${paths.me(municipality)}`,
        accountUrl: `${desk.publicUrl}${paths.account(municipality)}`,
        teamUrl: guest?.redeemUrl ?? null,
        webOnly: to.webOnlyReason !== null,
        last: afterMs === lastReminder,
      });
      return { to, kern, letter, noted: (inTx, refused, at) => recordMailOutcome(inTx, person, refused, at) };
    });
  };
  return {
    ...follow(deed, "invitation-made", run),
    due: (fact: Fact) => after(new Date((fact as InvitationMade).at), afterMs),
  };
}
