import { shownPeople } from "../kernen/index.ts";
import { mayReadOverview } from "../members/index.ts";
import { mostSupported, owedAnswers, type SupportedProposal, strongestArguments, waitingProposals } from "../proposals/index.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Tx } from "../shared/work.ts";
import { countedPolls } from "../voting/index.ts";
import { type KernReading, type SourcedLine, viewKernReadingInput } from "./contract.ts";
import { figuresOf, pollOutcome } from "./figures.ts";
import { cut, daysBetween, gistOf } from "./rules.ts";

const proposalsRead = 5;
const argumentsRead = 2;
const pollsRead = 5;
const longestArgument = 280;

/**
 * What one kern asks: its most supported proposals with the strongest arguments for and against, word for word and each with its
 * source; its last polls; what waits and how long. For councillors, officers and administrators.
 */
export const viewKernReading = action({
  name: "summaries.view-kern-reading",
  kind: "view",
  input: viewKernReadingInput,
  async run({ tx, actor, now }, { kern }): Promise<KernReading> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!mayReadOverview(actor)) throw new Refused("not-allowed");
    const [figures] = await figuresOf(tx, actor.language, now, kern);
    if (!figures) throw new Refused("not-found");
    const asks = [];
    for (const proposal of await mostSupported(tx, kern, proposalsRead)) asks.push(await readingOf(tx, proposal));
    const polls = await countedPolls(tx, kern, pollsRead);
    const decision = (await waitingProposals(tx, [kern])).map(({ proposal, title, submittedAt }) => ({
      proposal,
      title,
      since: submittedAt,
      for: "decision" as const,
    }));
    const answer = (await owedAnswers(tx, now, [kern])).map(({ proposal, title, publishedAt }) => ({
      proposal,
      title,
      since: publishedAt,
      for: "answer" as const,
    }));
    return {
      kern,
      kernName: figures.kernName,
      figures,
      asks,
      polls: polls.map((poll) => ({
        poll: poll.poll,
        question: poll.question,
        outcome: pollOutcome(poll, actor.language),
        voters: shownPeople(poll.tally.voters),
        rollSize: shownPeople(poll.tally.rollSize),
        closedAt: poll.closesAt.toISOString(),
      })),
      waiting: [...decision, ...answer]
        .map(({ since, ...rest }) => ({ ...rest, days: daysBetween(since, now) }))
        .sort((a, b) => b.days - a.days),
      madeAt: now.toISOString(),
    };
  },
});

async function readingOf(
  tx: Tx,
  { proposal, title, body, supportCount }: SupportedProposal,
): Promise<KernReading["asks"][number]> {
  const lines = async (stance: "for" | "against"): Promise<SourcedLine[]> =>
    (await strongestArguments(tx, proposal, stance, argumentsRead)).map((argument) => ({
      text: cut(argument.body, longestArgument),
      source: { proposal, comment: argument.comment },
    }));
  return {
    proposal,
    title,
    support: shownPeople(supportCount),
    gist: { text: gistOf(title, body), source: { proposal } },
    argumentsFor: await lines("for"),
    argumentsAgainst: await lines("against"),
  };
}
