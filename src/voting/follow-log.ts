import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { followLogInput, type VotingFact } from "./contract.ts";
import { follow } from "./log-store.ts";
import { findPoll } from "./store.ts";

/** Asks for every new head of a poll's log by mail, or no longer. For whoever is signed in with the municipality. */
export const followLog = action({
  name: "voting.follow-log",
  kind: "change",
  input: followLogInput,
  async run({ tx, actor, announce, concerns }, { poll, following }): Promise<{ following: boolean }> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll ${poll}`);
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    await follow(tx, poll, actor.person, following);
    if (following) announce({ fact: "log-followed", poll, person: actor.person } satisfies VotingFact);
    return { following };
  },
});
