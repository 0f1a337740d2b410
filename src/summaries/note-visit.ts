import { mayReadOverview } from "../members/index.ts";
import { answeredIn, type ProposalNews, publishedIn } from "../proposals/index.ts";
import { Refused } from "../shared/refused.ts";
import { minutes } from "../shared/time.ts";
import { type Language, secretAction, type Tx } from "../shared/work.ts";
import { pollsCountedSince } from "../voting/index.ts";
import { noteVisitInput, type VisitNews } from "./contract.ts";
import { pollOutcome } from "./figures.ts";
import { noteReading } from "./visit-store.ts";

/** Who stays away this long comes anew. */
export const absenceMs = minutes(30);
const mostLines = 10;

/**
 * Notes that she reads the overview, and tells what is new since the time before. An audit row would tell others when she reads, and
 * outlive her: so this writes none. For councillors, officers and administrators, of themselves alone.
 */
export const noteVisit = secretAction({
  name: "summaries.note-visit",
  kind: "secret",
  input: noteVisitInput,
  async run({ actor, now, inMunicipality }): Promise<VisitNews> {
    const { person, language } = actor;
    if (person === null) throw new Refused("not-signed-in");
    if (!mayReadOverview(actor)) throw new Refused("not-allowed");
    return inMunicipality(actor.municipality, async (tx) => {
      const since = await noteReading(tx, person, now, absenceMs);
      if (since === null) return { since, proposals: { count: 0, newest: [] }, polls: [], answers: [] };
      return { since: since.toISOString(), ...(await newsSince(tx, since, language)) };
    });
  },
});

async function newsSince(tx: Tx, since: Date, language: Language): Promise<Omit<VisitNews, "since">> {
  const { count, newest } = await publishedIn(tx, { since }, mostLines);
  const polls = await pollsCountedSince(tx, since, mostLines);
  return {
    proposals: { count, newest: newest.map(lineOf) },
    polls: polls.map((poll) => ({
      poll: poll.poll,
      question: poll.question,
      kern: poll.kern,
      kernName: poll.kernName,
      outcome: pollOutcome(poll, language),
      at: poll.tally.countedAt,
    })),
    answers: (await answeredIn(tx, { since }, mostLines)).map(lineOf),
  };
}

/** Nothing more: how many back it is told below ten to nobody. */
const lineOf = ({ proposal, title, kern, kernName, at }: ProposalNews) => ({
  proposal,
  title,
  kern,
  kernName,
  at: at.toISOString(),
});
