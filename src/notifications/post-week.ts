/** The overview with which a kern's week begins, in its channel; nothing when there is nothing to tell. */
import type { Reaction } from "../shared/reaction.ts";
import { after, days } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import type { CardDesk } from "./card-desk.ts";
import type { NotificationsFact } from "./contract.ts";
import type { Square, WeekForCard } from "./square.ts";
import { isTimely, weekBegins } from "./week.ts";

/** What happened from `since` until `begins`, and what there is to vote on and to go to until `ends`; undefined for a kern that is no more. */
export type ReadWeek = (
  tx: Tx,
  kern: string,
  week: { since: Date; begins: Date; ends: Date },
) => Promise<WeekForCard | undefined>;

interface WeekMeans {
  square: Square;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  clock(): Date;
  post: CardDesk["post"];
  read: ReadWeek;
}

type KernWeek = Extract<NotificationsFact, { fact: "kern-week-begins" }>;

const tellsNothing = ({ proposals, answers, open, opening, closed, meetings }: WeekForCard): boolean =>
  [proposals, answers, open, opening, closed, meetings].every((list) => list.length === 0);

/** Once per kern and week, however often it runs: the card bears the Monday. */
export function makeWeekReaction({ square, inMunicipality, clock, post, read }: WeekMeans): Reaction {
  return {
    name: "notifications.post-week-card",
    async run({ municipality, fact }) {
      const { kern, monday } = fact as KernWeek;
      if (!isTimely(monday, clock())) return;
      const begins = weekBegins(monday);
      const span = { since: after(begins, -days(7)), begins, ends: after(begins, days(7)) };
      const week = await inMunicipality(municipality, (tx) => read(tx, kern, span));
      if (!week || tellsNothing(week)) return;
      await post(municipality, { object: `week ${kern} ${monday}`, kern }, week, () => square.announceWeek(municipality, week));
    },
  };
}
