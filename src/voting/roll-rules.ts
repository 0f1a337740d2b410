/** Pure rules of the roll: what its numbers may tell, whose age is asked. */
import type { Electorate } from "./ballot-schemas.ts";
import type { RollParts } from "./roll-contract.ts";
import { smallestShownGroup } from "./rules.ts";

/** Who joins a kern has declared to be this old (members/contract.ts, consentText). */
const joiningAge = 16;

/**
 * The age of which a voter has to declare that she has it; null when nothing is asked: members have declared 16 already, holders of a
 * letter nothing.
 */
export function ageToDeclare({ assurance, minAge }: Electorate): number | null {
  if (minAge === null) return null;
  return minAge > joiningAge || assurance === "letter" ? minAge : null;
}

/** All parts or none: with one part hidden, the total would give it away. */
export function shownParts(parts: NonNullable<RollParts>): RollParts {
  return Object.values(parts).some((people) => people > 0 && people < smallestShownGroup) ? null : parts;
}
