import { isMemberOf, isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Actor } from "../shared/work.ts";
import type { Asker } from "./rules.ts";

/** The actor's person id; refuses visitors who have not signed in. */
export function signedIn(actor: Actor): string {
  if (actor.person === null) throw new Refused("not-signed-in");
  return actor.person;
}

/** Who the actor is to a meeting of this kern. */
export function askerOf(actor: Actor, { kern }: { kern: string }): Asker {
  return { officer: isOfficerOf(actor, kern), member: isMemberOf(actor, kern) };
}
