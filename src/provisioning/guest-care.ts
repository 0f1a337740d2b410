/** What Microsoft 365 must do for one member when she comes, goes, is kept out or gets another address. */
import { municipalityOf } from "../kernen/index.ts";
import {
  beganAt,
  blockOf,
  guestOf,
  isStaff,
  kernenOf,
  memberSince,
  type Person,
  personAccount,
  recordGuest,
  recordGuestRemoved,
  restorableMs,
} from "../members/index.ts";
import { after, minutes } from "../shared/time.ts";
import { itself, type Perform } from "../shared/work.ts";
import { type GuestDesk, type InKern, teamFor } from "./guests.ts";
import { inviteAndAdd } from "./invite-and-add.ts";
import { removeMember } from "./remove-member.ts";
import { retireGuest } from "./retire-guest.ts";

export interface GuestCare {
  placeOf(municipality: string, kern: string): Promise<InKern>;
  /** Invites one person and records what came of it; her mail follows from that. Who left or is blocked meanwhile is not. */
  invite(place: InKern, person: string, renewal?: string): Promise<void>;
  /** Out of the kern's team; out of the directory too when she takes part nowhere any longer and is no staff. */
  letGo(place: InKern, person: string): Promise<void>;
  /** Out of all her teams, as long as she is blocked. */
  suspend(municipality: string, person: string): Promise<void>;
  /** Into all her teams. */
  resume(municipality: string, person: string): Promise<void>;
  /** The account of a former address goes; the new address is invited. */
  replace(municipality: string, person: string, former: { email: string; oid: string | null }): Promise<void>;
}

/** Generous: how long Microsoft takes to show a new member is not said anywhere. */
const shownAfterMs = minutes(15);

export function guestCare(desk: GuestDesk, perform: Perform): GuestCare {
  const { inMunicipality, clock } = desk.workshop;
  const accountOf = (municipality: string, person: string): Promise<Person | undefined> =>
    inMunicipality(municipality, (tx) => personAccount(tx, person));
  const kernenFor = async (municipality: string, person: string) =>
    (await inMunicipality(municipality, (tx) => kernenOf(tx, person))).map(({ kern }) => kern);
  const isBlocked = (municipality: string, person: string) =>
    inMunicipality(municipality, async (tx) => (await blockOf(tx, person, clock())) !== undefined);

  async function placeOf(municipality: string, kern: string): Promise<InKern> {
    return { municipality, kern, tenant: (await inMunicipality(municipality, municipalityOf)).entraTenantId };
  }

  async function invite(place: InKern, person: string, renewal?: string): Promise<void> {
    const { municipality, kern } = place;
    const now = clock();
    const found = await inMunicipality(municipality, async (tx) => {
      const account = await personAccount(tx, person);
      const wanted = (await memberSince(tx, person, kern)) !== undefined && !(await blockOf(tx, person, now));
      return account && wanted ? { account, guest: await guestOf(tx, person) } : undefined;
    });
    if (!found) return;
    const { account, guest } = found;
    const { email, name, language } = account;
    const removedLately = guest?.removedAt && now.getTime() - guest.removedAt.getTime() < restorableMs;
    const outcome = await inviteAndAdd(desk, {
      ...place,
      person: { id: person, email, name, language },
      pendingLink: guest?.acceptedAt ? null : (guest?.redeemUrl ?? null),
      removedOid: removedLately ? guest.removedOid : null,
      renew: renewal !== undefined,
    });
    await perform(recordGuest, itself(municipality), { person, kern, outcome, renewal: renewal ?? null });
  }

  /** Somebody added a moment ago is not shown as a member yet, and cannot be taken out: the job is then tried again. */
  async function takeOut(place: InKern, person: string, oid: string): Promise<void> {
    if (await removeMember(desk, { ...place, oid })) return;
    const began = await inMunicipality(place.municipality, (tx) => beganAt(tx, person, place.kern));
    if (began && clock() < after(began, shownAfterMs) && (await teamFor(desk, place))) {
      throw new Error(`The team of ${place.kern} does not show the member yet that is to leave it.`);
    }
  }

  return {
    placeOf,
    invite,
    async letGo(place, person) {
      const { municipality, tenant } = place;
      const account = await accountOf(municipality, person);
      const oid = account?.entraOid;
      if (!account || !oid) return;
      // Who came back before this job ran stays.
      const back = await inMunicipality(municipality, (tx) => memberSince(tx, person, place.kern));
      if (back === undefined) await takeOut(place, person, oid);
      const needed = await inMunicipality(
        municipality,
        async (tx) => (await kernenOf(tx, person)).length > 0 || isStaff(tx, person),
      );
      if (needed || !(await retireGuest(desk, { tenant, oid, email: account.email }))) return;
      await perform(recordGuestRemoved, itself(municipality), { person, oid });
    },
    async suspend(municipality, person) {
      const oid = (await accountOf(municipality, person))?.entraOid;
      if (!oid || !(await isBlocked(municipality, person))) return;
      const kernen = await kernenFor(municipality, person);
      // All at once: one team that must be tried again keeps her in no other.
      await Promise.all(kernen.map(async (kern) => takeOut(await placeOf(municipality, kern), person, oid)));
    },
    async resume(municipality, person) {
      for (const kern of await kernenFor(municipality, person)) await invite(await placeOf(municipality, kern), person);
    },
    async replace(municipality, person, former) {
      const { entraTenantId: tenant } = await inMunicipality(municipality, municipalityOf);
      if (former.oid) await retireGuest(desk, { tenant, oid: former.oid, email: former.email });
      for (const kern of await kernenFor(municipality, person)) await invite(await placeOf(municipality, kern), person);
    },
  };
}
