import type { Fact, Tx } from "../shared/work.ts";
import { pollsOpenNow } from "../voting/index.ts";
import type { NotificationsFact } from "./contract.ts";
import type { MailReaction } from "./mail-reaction.ts";

interface PlanMeans {
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  queueReactions(tx: Tx, municipality: string, facts: readonly Fact[]): Promise<void>;
}

/**
 * Sets the card of the last day for every poll that is open, at each start: one that opened under a version without such cards gets it
 * too. Can run twice: a poll has one such job and one such card.
 */
export function planLastDays({ inMunicipality, queueReactions }: PlanMeans): MailReaction {
  return {
    name: "notifications.plan-last-days",
    follows: "kernen-loaded",
    key: ({ municipality }) => `plan-last-days ${municipality}`,
    run: ({ municipality }) =>
      inMunicipality(municipality, async (tx) => {
        const facts = (await pollsOpenNow(tx)).map(
          ({ poll, kern, closesAt }): NotificationsFact => ({
            fact: "last-day-comes",
            poll,
            kern,
            closesAt: closesAt.toISOString(),
          }),
        );
        await queueReactions(tx, municipality, facts);
      }),
  };
}
