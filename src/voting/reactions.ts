/** Opening and closing at the set times: jobs that wait in the queue until then. */
import type { Reaction } from "../shared/reaction.ts";
import { after } from "../shared/time.ts";
import { type Fact, itself, type Perform } from "../shared/work.ts";
import { closePoll } from "./close-poll.ts";
import type { VotingFact } from "./contract.ts";
import { openPoll } from "./open-poll.ts";
import { closingGraceMs } from "./rules.ts";

type Planned = Extract<VotingFact, { fact: "poll-planned" }>;

function planned(fact: Fact): Planned {
  return fact as Planned;
}

/** Both follow "poll-planned". */
export function makeVotingReactions(perform: Perform): Reaction[] {
  return [
    {
      name: "voting.open-poll",
      due: (fact) => new Date(planned(fact).opensAt),
      run: ({ municipality, fact }) => perform(openPoll, itself(municipality), { poll: planned(fact).poll }),
    },
    {
      name: "voting.close-poll",
      due: (fact) => after(new Date(planned(fact).closesAt), closingGraceMs),
      run: ({ municipality, fact }) => perform(closePoll, itself(municipality), { poll: planned(fact).poll }),
    },
  ];
}
