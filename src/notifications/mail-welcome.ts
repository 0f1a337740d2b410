import { contactOf, kernOf } from "../kernen/index.ts";
import type { MembersFact } from "../members/contract.ts";
import { membershipOf, personAccount, personContact, recordMailOutcome } from "../members/index.ts";
import { fingerprint } from "../shared/ids.ts";
import { paths } from "../shared/links.ts";
import type { Event } from "../shared/reaction.ts";
import type { Tx } from "../shared/work.ts";
import type { ChatDesk } from "./chat-first.ts";
import type { Letter } from "./letter.ts";
import { invitation, renewedInvitation } from "./letters/invitation.ts";
import { nowInTeams, welcome } from "./letters/welcome.ts";
import { mailOnce } from "./mail-once.ts";
import { findDone } from "./store.ts";

type GuestRecorded = Extract<MembersFact, { fact: "guest-recorded" }>;

/**
 * Welcomes a member once per time she joined and address: with an invitation when an officer asked her in. Who was welcomed before her
 * kern had a team gets a second mail when it has one; who asked for a new invitation gets one each time. Who left meanwhile gets nothing.
 */
export async function mailWelcome(desk: ChatDesk, { municipality, fact }: Event<GuestRecorded>): Promise<void> {
  const { person, kern, redeemUrl, renewal = null } = fact;
  const known = await desk.inMunicipality(municipality, async (tx) => ({
    membership: await membershipOf(tx, person, kern),
    contact: await personContact(tx, person),
  }));
  if (!known.membership || !known.contact) return;
  const { since, invitedBy } = known.membership;
  const time = `${person} ${kern} ${since.toISOString()} ${fingerprint(known.contact.email).slice(0, 12)}`;
  const keyOf = (letter: "welcome" | "team") => `${letter} ${time}`;
  const key = renewal === null ? keyOf(redeemUrl === null ? "welcome" : "team") : `renewed ${person} ${kern} ${renewal}`;
  await mailOnce(desk, municipality, key, async (tx) => {
    const to = await personAccount(tx, person);
    const place = await kernOf(tx, kern);
    if (!to || !place) return undefined;
    const done = await findDone(tx, [`mail ${keyOf("welcome")}`, `mail ${keyOf("team")}`]);
    const given = {
      kernName: place.name,
      name: to.name,
      url: `${desk.publicUrl}${paths.kern(municipality, kern)}`,
      meUrl: `${desk.publicUrl}${paths.me(municipality)}`,
      accountUrl: `${desk.publicUrl}${paths.account(municipality)}`,
    };
    const letter = await choose();
    return letter && { to, kern, letter, noted: (inTx, refused, at) => recordMailOutcome(inTx, person, refused, at) };

    async function choose(): Promise<Letter | undefined> {
      if (!to) return undefined;
      if (renewal !== null)
        return redeemUrl === null ? undefined : renewedInvitation(to.language, { ...given, teamUrl: redeemUrl });
      if (redeemUrl === null && done.size > 0) return undefined;
      if (redeemUrl !== null && done.size > 0) return nowInTeams(to.language, { ...given, teamUrl: redeemUrl });
      const webOnly = to.webOnlyReason !== null;
      if (invitedBy === null) return welcome(to.language, { ...given, teamUrl: redeemUrl, webOnly });
      return invitation(to.language, {
        ...given,
        teamUrl: redeemUrl,
        webOnly,
        officerName: await inviterOf(tx, invitedBy, kern),
      });
    }
  });
}

/** Who asked her in; the kern's contact when that officer is no longer known. */
export async function inviterOf(tx: Tx, officer: string, kern: string): Promise<string> {
  return (await personContact(tx, officer))?.name ?? (await contactOf(tx, kern)).name;
}
