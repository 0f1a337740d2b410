import { isOfficerOf } from "../../../members/index.ts";
import type { Change, Told } from "../../../shared/live.ts";
import type { Actor } from "../../../shared/work.ts";

/** What this person may hear of what was told in her municipality, without for whom it was. Visitors hear nothing. */
export function heardBy(actor: Actor, told: readonly Told[]): Change[] {
  if (actor.person === null) return [];
  return told
    .filter(
      ({ to }) =>
        to.everybody || to.person === actor.person || (to.officersOf !== undefined && isOfficerOf(actor, to.officersOf)),
    )
    .map(({ about, id, kern }) => ({ about, id, kern }));
}
