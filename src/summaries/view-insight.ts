import { allKernen } from "../kernen/index.ts";
import { bandsAt, comingAndGoing, officerKernen } from "../members/index.ts";
import { decisionsByMonth, proposalFigures } from "../proposals/index.ts";
import { monthStarts } from "../shared/months.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Tx } from "../shared/work.ts";
import { turnouts } from "../voting/index.ts";
import { type InsightMessage, type InsightView, viewInsightInput } from "./contract.ts";
import { decisionsOf, insightMonths, insightPoll } from "./insight-rules.ts";
import { trendMonths } from "./view-trends.ts";

const mostMessages = 12;
const mostPolls = 12;

/** What is known of the newest messages to everybody in these kernen, newest first; of notifications, which stand beside this slice. */
export type ReachOf = (
  tx: Tx,
  kernen: readonly string[],
  most: number,
) => Promise<(Omit<InsightMessage, "at" | "missed"> & { at: Date })[]>;

/** Makes the action: a year in an officer's kernen, or in one of them. Refuses who is no officer (of that kern). */
export function makeViewInsight(reachOf: ReachOf) {
  return action({
    name: "summaries.view-insight",
    kind: "view",
    input: viewInsightInput,
    async run({ tx, actor, now }, { kern }): Promise<InsightView> {
      if (actor.person === null) throw new Refused("not-signed-in");
      const all = await allKernen(tx);
      const own = officerKernen(
        actor,
        all.map((one) => one.kern),
      );
      if (own.length === 0 || (kern !== undefined && !own.includes(kern))) throw new Refused("not-allowed");
      const wanted = kern === undefined ? own : [kern];
      const starts = monthStarts(now, trendMonths);
      const [first = now, ...ends] = starts;
      const decisions = await decisionsByMonth(tx, starts, wanted);
      const figures = (await proposalFigures(tx, kern)).filter((one) => wanted.includes(one.kern));
      const sum = (state: keyof InsightView["proposals"]) => figures.reduce((total, one) => total + one[state], 0);
      return {
        kernen: all.filter((one) => own.includes(one.kern)).map((one) => ({ kern: one.kern, name: one.name })),
        months: insightMonths(starts, {
          bands: await bandsAt(tx, [...ends, now], wanted),
          coming: await comingAndGoing(tx, starts, wanted),
          decisions,
        }),
        proposals: {
          published: sum("published"),
          waiting: sum("waiting"),
          returned: sum("returned"),
          refused: sum("refused"),
        },
        decisions: decisionsOf(decisions.find(({ month }) => month === null)),
        polls: (await turnouts(tx, first, wanted)).slice(-mostPolls).map(insightPoll),
        messages: (await reachOf(tx, wanted, mostMessages)).toReversed().map(messageOf),
        madeAt: now.toISOString(),
      };
    },
  });
}

const messageOf = (found: Awaited<ReturnType<ReachOf>>[number]): InsightMessage => ({
  message: found.message,
  title: found.title,
  kern: found.kern,
  kernName: found.kernName,
  at: found.at.toISOString(),
  meant: found.meant,
  teams: found.teams,
  mail: found.mail,
  missed: found.meant - found.teams - found.mail,
});
