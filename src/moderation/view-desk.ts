import { allKernen } from "../kernen/index.ts";
import { officerKernen, waitingJoinRequests } from "../members/index.ts";
import { owedAnswers, waitingProposals } from "../proposals/index.ts";
import { Refused } from "../shared/refused.ts";
import { dateOf } from "../shared/time.ts";
import { action, type Tx } from "../shared/work.ts";
import { type DeskItem, type DeskView, viewDeskInput } from "./contract.ts";
import { answerClock, countPerKern, dueOf, inOrder } from "./rules.ts";

/**
 * What waits for the officer: submitted proposals, answers that are owed and confirmed join requests, oldest first, of one kern or of
 * all hers; the counts are of all hers either way. Refuses who is no officer (of that kern).
 */
export const viewDesk = action({
  name: "moderation.view-desk",
  kind: "view",
  input: viewDeskInput,
  async run({ tx, actor, now }, { kern }): Promise<DeskView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const all = await allKernen(tx);
    const hers = officerKernen(
      actor,
      all.map((one) => one.kern),
    );
    if (hers.length === 0 || (kern !== undefined && !hers.includes(kern))) throw new Refused("not-allowed");
    const items = await deskItems(tx, hers, now);
    return {
      items: kern === undefined ? items : items.filter((item) => item.kern === kern),
      kernen: countPerKern(
        all.filter((one) => hers.includes(one.kern)),
        items,
      ),
      serverTime: now.toISOString(),
    };
  },
});

/** What waits in these kernen, oldest first. */
export async function deskItems(tx: Tx, kernen: readonly string[], now: Date): Promise<DeskItem[]> {
  const proposals = await waitingProposals(tx, kernen);
  const answers = await owedAnswers(tx, now, kernen);
  const requests = await waitingJoinRequests(tx, kernen);
  return inOrder([
    ...proposals.map(({ proposal, kern, kernName, title, authorName, submittedAt }): DeskItem => {
      const waitingSince = submittedAt.toISOString();
      return {
        kind: "proposal",
        kern,
        kernName,
        proposal,
        title,
        authorName,
        waitingSince,
        ...dueOf("proposal", submittedAt, now),
      };
    }),
    ...answers.flatMap((owed): DeskItem[] => {
      const clock = answerClock(owed, dateOf(now), now);
      if (clock === null) return [];
      const { proposal, kern, kernName, title, authorName, supportCount } = owed;
      const { since, ...rest } = clock;
      return [
        { kind: "answer", kern, kernName, proposal, title, authorName, supportCount, waitingSince: since.toISOString(), ...rest },
      ];
    }),
    ...requests.map((request): DeskItem => {
      const { kern, kernName, confirmedAt } = request;
      return {
        kind: "join-request",
        kern,
        kernName,
        request,
        waitingSince: confirmedAt,
        ...dueOf("join-request", new Date(confirmedAt), now),
      };
    }),
  ]);
}
