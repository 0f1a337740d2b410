import type { Pacer } from "../../../src/adapters/teams/pacing.ts";

/** For tests that are about something else than haste. */
export const unhurried: Pacer = { turn: async () => undefined, note: () => undefined, throttled: async () => undefined };
