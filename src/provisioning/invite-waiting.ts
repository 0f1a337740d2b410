/** Everybody who waits for her team and has no guest account gets one, many side by side; the teams follow in admit-waiting.ts. */
import { recordGuest, recordInvitation, restorableMs, type Uninvited, uninvitedMembers } from "../members/index.ts";
import { itself, type Perform } from "../shared/work.ts";
import type { GuestsInvited, KernTeam } from "./contract.ts";
import { Failures } from "./failures.ts";
import { canBeGuest } from "./guest-rules.ts";
import { type GuestDesk, teamFor } from "./guests.ts";
import { inParallel } from "./in-parallel.ts";

/** Read and looked up in one go: the next are read while these are invited. */
const mostPerRead = 200;
/** Under way at once, so that answers that take seconds do not slow the pace that Microsoft allows (150 in 5 s). */
const atOnce = 150;

/** `oid`: of who is in the directory already; undefined when that must still be looked up. */
type Invitee = Uninvited & { oid: string | null | undefined };

/**
 * Goes on until nobody waits, so one run at a time is enough. Can run twice and be killed: who waits is told by the rows, and who is in
 * the directory is not invited again. An address that Microsoft does not take, and a kern without a team, are recorded and wait no
 * longer. Any other failure leaves that person waiting and is thrown at the end, so that the job is tried again.
 */
export async function inviteWaiting(
  desk: GuestDesk,
  perform: Perform,
  { municipality, tenant }: { municipality: string; tenant: string },
): Promise<void> {
  const { workplace, landingUrl, stopping } = desk;
  const { inMunicipality, queueReactions, clock } = desk.workshop;
  const inHand = new Set<string>();
  const failures = new Failures("could not be invited", mostPerRead);
  const teams = new Map<string, Promise<KernTeam | null>>();
  const teamOf = (kern: string) => {
    const team = teams.get(kern) ?? teamFor(desk, { municipality, tenant, kern });
    teams.set(kern, team);
    return team;
  };
  const withoutAccount = async (person: string, kernen: readonly string[], webOnly: "no-team-yet" | "address-refused") => {
    for (const kern of kernen)
      await perform(recordGuest, itself(municipality), { person, kern, outcome: { webOnly }, renewal: null });
  };

  async function read(): Promise<Invitee[]> {
    if (stopping?.aborted || failures.hopeless) return [];
    const leftOut = [...inHand, ...failures.of];
    const found = await inMunicipality(municipality, (tx) => uninvitedMembers(tx, clock(), leftOut, mostPerRead));
    for (const { person } of found) inHand.add(person);
    const emails = found.flatMap(({ email }) => (canBeGuest(email) ? [email] : []));
    // An address that cannot be looked up fails all of them: each is then looked up by itself.
    const known = await workplace.findPeople(tenant, emails).catch(() => undefined);
    return found.map((one) => ({ ...one, oid: known && (known.get(one.email)?.id ?? null) }));
  }
  const lookUp = async (email: string) => (await workplace.findPeople(tenant, [email])).get(email)?.id;

  async function* waiting(): AsyncGenerator<Invitee> {
    for (let next = read(); ; ) {
      const found = await next;
      if (found.length === 0) return;
      next = read();
      // Whoever awaits it gets the failure; until then it is nobody's.
      next.catch(() => undefined);
      yield* found;
    }
  }

  async function invite({ person, email, name, kernen, oid, removedAt, removedOid }: Invitee): Promise<void> {
    const teamless: string[] = [];
    for (const kern of kernen) if (!(await teamOf(kern))) teamless.push(kern);
    await withoutAccount(person, teamless, "no-team-yet");
    const wanting = kernen.filter((kern) => !teamless.includes(kern));
    if (wanting.length === 0) return;
    if (!canBeGuest(email)) return withoutAccount(person, wanting, "address-refused");
    const restorable = removedAt !== null && clock().getTime() - removedAt.getTime() < restorableMs ? removedOid : null;
    const known = oid === undefined ? await lookUp(email) : oid;
    const account = known ?? (restorable && (await workplace.restoreGuest(tenant, restorable)) ? restorable : null);
    const invited = account
      ? { personId: account, redeemUrl: null }
      : await workplace.invite(tenant, { email, name, landingUrl });
    if ("refused" in invited) return withoutAccount(person, wanting, "address-refused");
    await inMunicipality(municipality, async (tx) => {
      await recordInvitation(tx, person, { oid: invited.personId, redeemUrl: invited.redeemUrl }, clock());
      await queueReactions(tx, municipality, [{ fact: "guests-invited" } satisfies GuestsInvited]);
    });
  }

  await inParallel(waiting(), atOnce, async (invitee) => {
    await failures.guard(invitee.person, () => invite(invitee));
    inHand.delete(invitee.person);
  });
  failures.report();
  stopping?.throwIfAborted();
}
