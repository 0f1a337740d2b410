import { allKernen } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type GuestState, guestStates, listPeopleInput, type PeopleView, type PersonInKernView } from "./contract.ts";
import { type Standing, standingOf } from "./guest-state.ts";
import { countByKern, findPeople, type PersonRow } from "./people-store.ts";
import { fillOf, isOfficerOf, mostPerTeam, officerKernen } from "./rules.ts";

/**
 * Everybody of the officer's kernen with how far she is, by name; one row per person and kern. The cursor is the row it ended with, so a
 * page never skips who came in between. Refuses who is no officer there.
 */
export const listPeople = action({
  name: "members.list-people",
  kind: "view",
  input: listPeopleInput,
  async run({ tx, actor, now }, { kern, state, q, cursor, limit }): Promise<PeopleView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const own = officerKernen(
      actor,
      (await allKernen(tx)).map((each) => each.kern),
    );
    if (own.length === 0 || (kern !== undefined && !isOfficerOf(actor, kern))) throw new Refused("not-allowed");
    const everybody = (await findPeople(tx, kern === undefined ? own : [kern], q, now))
      .map((row) => ({ row, place: placeOf(row), standing: standingOf(row, now) }))
      .sort((one, other) => (one.place < other.place ? -1 : 1));
    const after = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
    const counts = Object.fromEntries(guestStates.map((each) => [each, 0])) as Record<GuestState, number>;
    for (const { standing } of everybody) counts[standing.state]++;
    const wanted = everybody.filter(({ standing, place }) => (!state || standing.state === state) && place > after);
    const page = wanted.slice(0, limit);
    const last = page.at(-1);
    return {
      people: page.map(viewOf),
      cursor: last && wanted.length > limit ? Buffer.from(last.place).toString("base64url") : null,
      counts,
      kernen: (await countByKern(tx, own)).map((each) => ({ ...each, most: mostPerTeam, fills: fillOf(each.members) })),
    };
  },
});

/** Where a row stands in the list: by name, then who and where, so that no two stand in one place. */
function placeOf({ name, person, kern }: PersonRow): string {
  return `${name.toLowerCase().slice(0, 60)}\u0001${person}\u0001${kern}`;
}

function viewOf({ row, standing }: { row: PersonRow; standing: Standing }): PersonInKernView {
  const { person, kern, kernName, name, email, language, mailFailure, block, invitedBy } = row;
  return {
    person,
    kern,
    kernName,
    name,
    email,
    language,
    state: standing.state,
    stateSince: standing.since.toISOString(),
    nextStep: standing.nextStep,
    mailFailure: standing.state === "mail-bounced" ? mailFailure : null,
    block: standing.state === "blocked" && block ? { reason: block.reason, until: block.until?.toISOString() ?? null } : null,
    invitedByOfficer: invitedBy !== null,
  };
}
