import { type DemoMember, memberKey } from "./demo-content.ts";
import { type DemoKern, demoKernen } from "./kernen.ts";
import { familyNames, firstNames, ownNames } from "./names.ts";

/** Three quarters of a kern joined in the first months; the rest came dribbling in up to this week. */
const EARLY_SHARE = 0.75;

/**
 * All demo residents, kern by kern, in order of joining. Computed from the name lists by index alone.
 */
export const demoMembers: readonly DemoMember[] = demoKernen.flatMap((kern, kernIndex) => {
  const before = demoKernen.slice(0, kernIndex).reduce((sum, earlier) => sum + earlier.members, 0);
  return Array.from({ length: kern.members }, (_, index) => residentAt(kern, index, before + index));
});

function residentAt(kern: DemoKern, index: number, overall: number): DemoMember {
  const key = memberKey(kern.slug, index + 1);
  const { name, mailbox } = ownNames[key] ?? pairAt(overall);
  return {
    key,
    name,
    email: `${mailbox}@voorbeeld.example`,
    kern: kern.slug,
    joinedDaysAgo: joinedDaysAgo(index / (kern.members - 1), overall),
  };
}

function pairAt(overall: number): { name: string; mailbox: string } {
  const first = firstNames[(overall * 29) % firstNames.length] ?? "";
  const family = familyNames[(overall * 44) % familyNames.length] ?? "";
  const name = `${first} ${family}`;
  return { name, mailbox: name.toLowerCase().replaceAll(" ", ".") };
}

/** Day of joining for a place in the kern's order of joining (0 first, 1 last): 118–212 days ago, then 2–112. */
function joinedDaysAgo(place: number, overall: number): number {
  const jitter = (overall * 7) % 9;
  if (place < EARLY_SHARE) return 212 - Math.floor((place / EARLY_SHARE) * 85) - jitter;
  return 112 - Math.floor(((place - EARLY_SHARE) / (1 - EARLY_SHARE)) * 102) - jitter;
}
