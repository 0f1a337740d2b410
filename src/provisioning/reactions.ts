/** What follows in Microsoft 365 when people come and go and when a team becomes usable. */
import { municipalityOf, recordTeamUrl } from "../kernen/index.ts";
import type { MembersFact } from "../members/contract.ts";
import { membersOf, personAccount, recordGuest } from "../members/index.ts";
import type { Event, Reaction } from "../shared/reaction.ts";
import { itself, type Perform } from "../shared/work.ts";
import { addMembers } from "./add-members.ts";
import type { TeamReady } from "./contract.ts";
import type { GuestDesk, InKern } from "./guests.ts";
import { inviteAndAdd } from "./invite-and-add.ts";
import { removeMember } from "./remove-member.ts";

type MemberFact = Extract<MembersFact, { fact: "member-accepted" | "member-left" }>;

/** `invite-member` follows "member-accepted", `remove-member` "member-left", `fill-team` "team-ready". */
export function makeProvisioningReactions(desk: GuestDesk, perform: Perform): Reaction[] {
  const { inMunicipality } = desk.workshop;

  async function placeOf(municipality: string, kern: string): Promise<InKern> {
    return { municipality, kern, tenant: (await inMunicipality(municipality, municipalityOf)).entraTenantId };
  }

  /** Invites one person and records what came of it; her welcome mail follows from that. */
  async function invite(place: InKern, person: string): Promise<void> {
    const account = await inMunicipality(place.municipality, (tx) => personAccount(tx, person));
    if (!account) return;
    const { email, name, language } = account;
    const outcome = await inviteAndAdd(desk, { ...place, person: { id: person, email, name, language } });
    await perform(recordGuest, itself(place.municipality), { person, kern: place.kern, outcome });
  }

  async function fillTeam({ municipality, fact }: Event): Promise<void> {
    const { kern, url } = fact as TeamReady;
    const place = await placeOf(municipality, kern);
    const members = await inMunicipality(municipality, async (tx) => {
      await recordTeamUrl(tx, kern, url);
      return Promise.all((await membersOf(tx, kern)).map(({ person }) => personAccount(tx, person)));
    });
    const known = members.flatMap((member) => member?.entraOid ?? []);
    if (known.length > 0) await addMembers(desk, { ...place, oids: known });
    for (const member of members) if (member && member.entraOid === null) await invite(place, member.person);
  }

  return [
    {
      name: "provisioning.invite-member",
      run: async ({ municipality, fact }) => {
        const { person, kern } = fact as MemberFact;
        await invite(await placeOf(municipality, kern), person);
      },
    },
    {
      name: "provisioning.remove-member",
      run: async ({ municipality, fact }) => {
        const { person, kern } = fact as MemberFact;
        const account = await inMunicipality(municipality, (tx) => personAccount(tx, person));
        if (account?.entraOid) await removeMember(desk, { ...(await placeOf(municipality, kern)), oid: account.entraOid });
      },
    },
    { name: "provisioning.fill-team", run: fillTeam },
  ];
}
