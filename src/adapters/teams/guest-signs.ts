/** What Teams tells the bot of people, passed on to the slice of members: who is in a kern's team, whom the bot reaches. */
import type { Bot } from "./knowledge.ts";

/** Object ids in the tenant. */
export interface TeamChange {
  added: readonly string[];
  removed: readonly string[];
}

export interface GuestSigns {
  membersChanged(municipality: string, kern: string, change: TeamChange): Promise<void>;
  /** She added the bot to a chat of her own, so the bot can write to her there. */
  reached(municipality: string, oid: string): Promise<void>;
  outOfReach(municipality: string, oid: string): Promise<void>;
}

export function makeGuestSigns({ perform, actions }: Pick<Bot, "perform" | "actions">): GuestSigns {
  const tell = async (municipality: string, seen: readonly object[]) => {
    const bot = { municipality, person: null, roles: [], channel: "bot", language: "nl" } as const;
    await perform(actions.noteGuests, bot, { seen });
  };
  return {
    membersChanged: (municipality, kern, { added, removed }) =>
      tell(municipality, [
        ...added.map((oid) => ({ oid, sign: "in-team", kern })),
        ...removed.map((oid) => ({ oid, sign: "out-of-team", kern })),
      ]),
    reached: (municipality, oid) => tell(municipality, [{ oid, sign: "bot-reachable" }]),
    outOfReach: (municipality, oid) => tell(municipality, [{ oid, sign: "bot-unreachable" }]),
  };
}
