import { Refused } from "../shared/refused.ts";
import { action, type Work } from "../shared/work.ts";
import { type VotingFact, viewPollInput } from "./contract.ts";
import { frozenHash } from "./rules.ts";
import { fixRoll, lockPoll, markOpen, optionsOf } from "./store.ts";

/** Fixes the roll and freezes the question. Does nothing when the poll is open already; nobody is added to the roll later. */
export async function openNow({ tx, announce }: Work, poll: string): Promise<void> {
  const found = await lockPoll(tx, poll);
  if (!found) throw new Refused("not-found");
  if (found.state !== "planned") return;
  const rollSize = await fixRoll(tx, poll, found.kern);
  await markOpen(tx, poll, rollSize, frozenHash({ ...found, options: await optionsOf(tx, poll), rollSize }));
  announce({ fact: "poll-opened", poll, kern: found.kern } satisfies VotingFact);
}

/** Opens a poll when its opening time has come: Kernplein itself does, from the job queue. */
export const openPoll = action({
  name: "voting.open-poll",
  kind: "change",
  input: viewPollInput,
  async run(work, { poll }): Promise<void> {
    if (work.actor.channel !== "job") throw new Refused("not-allowed");
    work.concerns(`poll ${poll}`);
    await openNow(work, poll);
  },
});
