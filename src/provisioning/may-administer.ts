import { mayAdminister } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Actor } from "../shared/work.ts";

/** The administrator; refuses everybody else. */
export function administrator(actor: Actor): string {
  if (actor.person === null) throw new Refused("not-signed-in");
  if (!mayAdminister(actor)) throw new Refused("not-allowed");
  return actor.person;
}
