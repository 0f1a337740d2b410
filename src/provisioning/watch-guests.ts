/** Once a day: which guests accepted, which are gone, and who is in her team by now. */
import { kernenWithUnseenGuests, noteGuests } from "../members/index.ts";
import { after, days } from "../shared/time.ts";
import { itself, type Perform } from "../shared/work.ts";
import { findWatchLink, saveWatchLink } from "./guest-watch-store.ts";
import { type GuestDesk, teamFor } from "./guests.ts";
import type { GuestChange } from "./workplace.ts";

const mostAtOnce = 5000;

/**
 * Reads only what changed since the last time (Graph's delta) and only the teams of kernen where somebody is still waited for. The next
 * time is set first: a day on which Microsoft is out of reach does not end the watch. Can run twice.
 */
export async function watchGuests(
  desk: GuestDesk,
  perform: Perform,
  place: { municipality: string; tenant: string },
): Promise<void> {
  const { municipality, tenant } = place;
  const { inMunicipality, clock } = desk.workshop;
  const note = (input: object) => perform(noteGuests, itself(municipality), input);
  await note({ seen: [], readAgainAt: after(clock(), days(1)).toISOString() });

  const { changes, link } = await desk.workplace.guestChanges(tenant, await inMunicipality(municipality, findWatchLink));
  const seen = changes.flatMap(signOf);
  for (let from = 0; from < seen.length; from += mostAtOnce) await note({ seen: seen.slice(from, from + mostAtOnce) });
  await inMunicipality(municipality, (tx) => saveWatchLink(tx, municipality, link, clock()));

  for (const kern of await inMunicipality(municipality, kernenWithUnseenGuests)) {
    const team = await teamFor(desk, { municipality, tenant, kern });
    if (!team) continue;
    const members = await desk.workplace.listMembers(tenant, team.teamId);
    await note({ seen: members.map(({ id }) => ({ oid: id, sign: "in-team", kern })) });
  }
}

interface Sign {
  oid: string;
  sign: "gone" | "accepted";
  at?: string;
}

function signOf({ personId, state, since }: GuestChange): Sign[] {
  if (state === "removed") return [{ oid: personId, sign: "gone" }];
  return state === "accepted" ? [{ oid: personId, sign: "accepted", ...(since === null ? {} : { at: since }) }] : [];
}
