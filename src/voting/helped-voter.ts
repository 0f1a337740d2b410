/** Helping: an officer or a volunteer of the kern acts for somebody on the roll who is with her. */
import { isHelperOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Actor, Tx } from "../shared/work.ts";
import { lockLetters } from "./letter-store.ts";
import type { Asker } from "./roll-store.ts";
import type { StoredPoll } from "./store.ts";

export interface NamedVoter {
  person?: string | undefined;
  /** Serial number of her letter. */
  letter?: number | undefined;
}

/** Refuses who does not help in this kern, and who would help herself. */
export function refuseHelper(
  actor: Actor,
  { kern }: Pick<StoredPoll, "kern">,
  voter?: NamedVoter,
): asserts actor is Actor & { person: string } {
  if (actor.person === null) throw new Refused("not-signed-in");
  if (!isHelperOf(actor, kern) || voter?.person === actor.person) throw new Refused("not-allowed");
}

/** Who is meant. Refuses a letter that does not exist, is void, or is an unused spare. */
export async function namedVoter(tx: Tx, poll: string, { person, letter }: NamedVoter, helper: string | null): Promise<Asker> {
  if (person !== undefined) return { person, helper };
  const [found] = await lockLetters(tx, poll, letter === undefined ? [] : [letter]);
  if (found?.place === null || found === undefined) throw new Refused("letter-unknown");
  return { place: found.place, helper };
}
