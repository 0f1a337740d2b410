/** What follows in Microsoft 365 when people come and go and when a team becomes usable. */
import { recordTeamUrl } from "../kernen/index.ts";
import type { MembersFact } from "../members/contract.ts";
import { blockedPeople, membersOf, personAccount, waitUninvited } from "../members/index.ts";
import type { Event, Reaction } from "../shared/reaction.ts";
import type { Fact, Perform } from "../shared/work.ts";
import { addMembers } from "./add-members.ts";
import { admitWaiting } from "./admit-waiting.ts";
import type { GuestsWait, TeamReady } from "./contract.ts";
import { guestCare } from "./guest-care.ts";
import type { GuestDesk } from "./guests.ts";
import { inviteWaiting } from "./invite-waiting.ts";
import { watchGuests } from "./watch-guests.ts";

type Of<Name extends MembersFact["fact"]> = Extract<MembersFact, { fact: Name }>;

/** Which fact each follows stands in subscriptions.ts. */
export function makeProvisioningReactions(desk: GuestDesk, perform: Perform): Reaction[] {
  const { inMunicipality } = desk.workshop;
  const care = guestCare(desk, perform);

  async function fillTeam({ municipality, fact }: Event): Promise<void> {
    const { kern, url } = fact as TeamReady;
    const place = await care.placeOf(municipality, kern);
    const members = await inMunicipality(municipality, async (tx) => {
      await recordTeamUrl(tx, kern, url);
      const now = desk.workshop.clock();
      const accounts = await Promise.all((await membersOf(tx, kern)).map(({ person }) => personAccount(tx, person)));
      const blocked = new Set(await blockedPeople(tx, now));
      await waitUninvited(tx, kern, now);
      await desk.workshop.queueReactions(tx, municipality, [{ fact: "guests-wait" } satisfies GuestsWait]);
      return accounts.flatMap((account) => (account === undefined || blocked.has(account.person) ? [] : [account]));
    });
    const known = members.flatMap((member) => member.entraOid ?? []);
    if (known.length > 0) await addMembers(desk, { ...place, oids: known });
  }

  const reactions: Reaction[] = [
    {
      name: "provisioning.invite-guests",
      run: async ({ municipality }) => inviteWaiting(desk, perform, await care.placeOf(municipality, "")),
      key: ({ municipality }) => `invite-guests ${municipality}`,
      queue: ({ municipality }) => `invite-guests ${municipality}`,
    },
    {
      name: "provisioning.admit-guests",
      run: async ({ municipality }) => admitWaiting(desk, perform, await care.placeOf(municipality, "")),
      key: ({ municipality }) => `admit-guests ${municipality}`,
      queue: ({ municipality }) => `admit-guests ${municipality}`,
    },
    {
      name: "provisioning.renew-invitation",
      run: async ({ municipality, fact }) => {
        const { person, kern, askedAt } = fact as Of<"invitation-renewal-asked">;
        await care.invite(await care.placeOf(municipality, kern), person, askedAt);
      },
    },
    {
      name: "provisioning.remove-member",
      run: async ({ municipality, fact }) => {
        const { person, kern } = fact as Of<"member-left">;
        await care.letGo(await care.placeOf(municipality, kern), person);
      },
    },
    {
      name: "provisioning.suspend-guest",
      run: ({ municipality, fact }) => care.suspend(municipality, (fact as Of<"member-blocked">).person),
    },
    {
      // Follows the lifting of a block, and every block at its end; who is still kept out then stays out.
      name: "provisioning.resume-guest",
      run: ({ municipality, fact }) => care.resume(municipality, (fact as Of<"member-blocked" | "member-unblocked">).person),
      due: (fact) => (isBlock(fact) && fact.until !== null ? new Date(fact.until) : undefined),
    },
    {
      name: "provisioning.replace-guest",
      run: ({ municipality, fact }) => {
        const { person, formerEmail, formerOid } = fact as Of<"email-changed">;
        return care.replace(municipality, person, { email: formerEmail, oid: formerOid });
      },
    },
    { name: "provisioning.fill-team", run: fillTeam },
    {
      name: "provisioning.watch-guests",
      run: async ({ municipality }) => watchGuests(desk, perform, await care.placeOf(municipality, "")),
      due: (fact) => (fact.fact === "guests-read" ? new Date((fact as Of<"guests-read">).at) : undefined),
      key: ({ municipality }) => `watch-guests ${municipality}`,
    },
  ];
  return reactions.map((reaction) => ({ ...reaction, lane: "guests" }));
}

const isBlock = (fact: Fact): fact is Of<"member-blocked"> => fact.fact === "member-blocked";
