/** Everybody who has a guest account and waits comes into the team of her kern, many at once; her welcome mail follows. */
import { kernenWithUnadmitted, recordGuest, type Unadmitted, unadmittedMembers } from "../members/index.ts";
import { itself, type Perform } from "../shared/work.ts";
import type { KernTeam } from "./contract.ts";
import { Failures } from "./failures.ts";
import { type GuestDesk, type InKern, teamFor } from "./guests.ts";
import { inParallel } from "./in-parallel.ts";

/** As many as one call adds. */
const mostPerTurn = 200;
/** So few are added one by one: that asks Microsoft about them alone, not for the whole team, and waits for each by herself. */
const few = 10;
const kernenAtOnce = 30;
const recordsAtOnce = 4;

/**
 * Goes on until nobody waits. Can run twice and be killed: who is in the team already is not added again (adding somebody twice has been
 * seen to remove him, graph-docs-contrib #4502). Who cannot be added stays waiting and is told at the end, so that the job is tried again.
 */
export async function admitWaiting(
  desk: GuestDesk,
  perform: Perform,
  { municipality, tenant }: { municipality: string; tenant: string },
): Promise<void> {
  const { inMunicipality, clock } = desk.workshop;
  const kernen = await inMunicipality(municipality, (tx) => kernenWithUnadmitted(tx, clock()));
  const failures = new Failures("could not be put into a team", Number.POSITIVE_INFINITY);
  await inParallel(kernen, kernenAtOnce, async (kern) => {
    await failures.guard(kern, () => admitTo(desk, perform, { municipality, tenant, kern }));
  });
  failures.report();
}

async function admitTo(desk: GuestDesk, perform: Perform, place: InKern): Promise<void> {
  const { municipality, kern } = place;
  const { inMunicipality, clock } = desk.workshop;
  const team = await teamFor(desk, place);
  const failures = new Failures(`could not be put into the team of ${kern}`, Number.POSITIVE_INFINITY);
  const present = new Map<string, Promise<ReadonlySet<string>>>();
  for (;;) {
    desk.stopping?.throwIfAborted();
    const members = await inMunicipality(municipality, (tx) =>
      unadmittedMembers(tx, clock(), { kern, leftOut: [...failures.of], most: mostPerTurn }),
    );
    if (members.length === 0) break;
    const lacking = team ? await add(desk, place, team, members, present) : new Map<string, unknown>();
    for (const { person, oid } of members) if (lacking.has(oid)) failures.note(person, lacking.get(oid));
    await inParallel(
      members.filter(({ oid }) => !lacking.has(oid)),
      recordsAtOnce,
      async ({ person, oid, pendingLink }) => {
        const outcome = team
          ? { oid, redeemUrl: pendingLink ?? team.url, pending: pendingLink !== null }
          : { webOnly: "no-team-yet" };
        await perform(recordGuest, itself(municipality), { person, kern, outcome, renewal: null });
      },
    );
  }
  failures.report();
}

/** Gives who was not added, with the reason. `present`: who was in the team when it was first asked for. */
async function add(
  { workplace }: GuestDesk,
  { tenant }: InKern,
  { teamId }: KernTeam,
  members: readonly Unadmitted[],
  present: Map<string, Promise<ReadonlySet<string>>>,
): Promise<Map<string, unknown>> {
  if (members.length > few) {
    const asked = present.get(teamId) ?? workplace.listMembers(tenant, teamId).then((all) => new Set(all.map(({ id }) => id)));
    present.set(teamId, asked);
    const there = await asked;
    const absent = members.flatMap(({ oid }) => (there.has(oid) ? [] : [oid]));
    return absent.length > 0 ? workplace.addMembers(tenant, teamId, absent) : new Map();
  }
  const lacking = new Map<string, unknown>();
  await inParallel(members, few, async ({ oid }) => {
    await workplace.addMember(tenant, teamId, oid).catch((error: unknown) => lacking.set(oid, error));
  });
  return lacking;
}
