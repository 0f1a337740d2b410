/** How long a "no" may only mean "not yet". */
import type { Traits } from "./retry.ts";

type Settling = NonNullable<Traits["settling"]>;

const minute = 60_000;

/**
 * A team's id answers 404 for seconds to a quarter of an hour after it was made (team-post; graph-docs #12063, #12672). Microsoft advises
 * ten seconds between two looks (team-put-teams); longer pauses keep the team waiting that is ready.
 */
export const freshTeam: Settling = { statuses: [404], forMs: 20 * minute, longestMs: 10_000 };

/** A team that was read before: a 404 in between passes (pnp/powershell #5414), unless somebody deleted the team. */
export const knownTeam: Settling = { statuses: [404], forMs: 2 * minute };

/** Consent given by installing the app takes a moment to count; a right that is really missing must not keep us long. */
export const freshConsent: Settling = { statuses: [403, 404], forMs: 2 * minute };

/** A guest made a moment ago is not yet known everywhere (graph-docs-contrib #2465). */
export const freshGuest: Settling = { statuses: [404], forMs: 5 * minute };
