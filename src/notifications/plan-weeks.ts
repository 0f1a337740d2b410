/** Sets the week's overviews, Monday after Monday, from the day a municipality has kernen. */
import { allKernen } from "../kernen/index.ts";
import type { Fact, Tx } from "../shared/work.ts";
import type { NotificationsFact } from "./contract.ts";
import type { MailReaction } from "./mail-reaction.ts";
import { isTimely, mondayAfter, weekBegins } from "./week.ts";

interface PlanMeans {
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  queueReactions(tx: Tx, municipality: string, facts: readonly Fact[]): Promise<void>;
  clock(): Date;
}

type Week = Extract<NotificationsFact, { fact: "week-begins" }>;

/**
 * Can run twice: a Monday has one job, and a kern's overview leaves once. The next Monday is set first, so that one on which something
 * fails does not end the row.
 */
export function planWeeks({ inMunicipality, queueReactions, clock }: PlanMeans): MailReaction[] {
  const next = (): Week => ({ fact: "week-begins", monday: mondayAfter(clock()) });
  return [
    {
      name: "notifications.plan-week",
      follows: "kernen-loaded",
      key: ({ municipality }) => `plan-week ${municipality}`,
      run: ({ municipality }) => inMunicipality(municipality, (tx) => queueReactions(tx, municipality, [next()])),
    },
    {
      name: "notifications.begin-week",
      follows: "week-begins",
      due: (fact) => weekBegins((fact as Week).monday),
      key: ({ municipality, fact }) => `week ${municipality} ${(fact as Week).monday}`,
      run: ({ municipality, fact }) =>
        inMunicipality(municipality, async (tx) => {
          const { monday } = fact as Week;
          await queueReactions(tx, municipality, [next()]);
          if (!isTimely(monday, clock())) return;
          const kernen = await allKernen(tx);
          const facts = kernen.map(({ kern }): NotificationsFact => ({ fact: "kern-week-begins", kern, monday }));
          await queueReactions(tx, municipality, facts);
        }),
    },
  ];
}
