/** Opening, sealing and closing at the set times: jobs that wait in the queue until then. */
import type { Reaction } from "../shared/reaction.ts";
import { after } from "../shared/time.ts";
import { type Fact, itself, type Perform } from "../shared/work.ts";
import { closePoll } from "./close-poll.ts";
import type { VotingFact } from "./contract.ts";
import { openPoll } from "./open-poll.ts";
import { closingGraceMs } from "./rules.ts";
import { sealBatch } from "./seal-batch.ts";

type Told<Name extends VotingFact["fact"]> = Extract<VotingFact, { fact: Name }>;
const planned = (fact: Fact) => fact as Told<"poll-planned">;
const due = (fact: Fact) => fact as Told<"poll-log-due">;
const closing = (fact: Fact) => fact as Told<"poll-planned" | "poll-extended" | "poll-paper-finished">;

/** "open-poll" and "close-poll" follow "poll-planned", "close-poll" also "poll-extended" and "poll-paper-finished"; "seal-batch" follows "poll-log-due". */
export function makeVotingReactions(perform: Perform): Reaction[] {
  return [
    {
      name: "voting.open-poll",
      due: (fact) => new Date(planned(fact).opensAt),
      run: ({ municipality, fact }) => perform(openPoll, itself(municipality), { poll: planned(fact).poll }),
    },
    {
      name: "voting.seal-batch",
      due: (fact) => new Date(due(fact).at),
      key: ({ municipality, fact }) => `log ${municipality} ${due(fact).poll}`,
      run: ({ municipality, fact }) => perform(sealBatch, itself(municipality), { poll: due(fact).poll }),
    },
    {
      name: "voting.close-poll",
      due: (fact) => after(new Date(closing(fact).closesAt), closingGraceMs),
      run: ({ municipality, fact }) => {
        const { poll, closesAt } = closing(fact);
        return perform(closePoll, itself(municipality), { poll, closesAt });
      },
    },
  ];
}
