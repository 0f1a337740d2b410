import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { Refused } from "../shared/refused.ts";
import { action, type Tx } from "../shared/work.ts";
import { pollId, type VotingFact } from "./contract.ts";
import { countBallots } from "./count-ballots.ts";
import { gzipped, makeExport } from "./export.ts";
import { destroyKeys, keysOf } from "./log-store.ts";
import { forgetPoll } from "./open-polls.ts";
import { countWaits } from "./paper-rules.ts";
import { paperStanding } from "./paper-store.ts";
import { openSignKey } from "./poll-keys.ts";
import { rollNumbers } from "./roll-store.ts";
import { closingGraceMs } from "./rules.ts";
import { sealNow } from "./seal-batch.ts";
import { lockPoll, markClosed, type StoredPoll } from "./store.ts";
import { recordTally, saveExport } from "./tally-store.ts";

const closePollInput = z.object({
  poll: pollId,
  /** The closing time for which this was queued; an extension since then has a job of its own. */
  closesAt: z.iso.datetime({ offset: true }).optional(),
});

/**
 * Counts and publishes: Kernplein itself does, from the job queue, when the closing time and the grace for ballots in flight have
 * passed. Refuses earlier. Does nothing when the poll was counted already. Seals the last batch, signs the result, makes the export and
 * destroys the keys, in one transaction. While paper ballots are still to come in, it seals the last batch and counts nothing.
 */
export const closePoll = action({
  name: "voting.close-poll",
  kind: "change",
  input: closePollInput,
  async run({ tx, actor, now, announce, concerns, vault }, { poll, closesAt }): Promise<void> {
    if (actor.channel !== "job") throw new Refused("not-allowed");
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    // A planned poll may have been taken away, or moved.
    if (!found || found.state === "closed") return;
    if (closesAt !== undefined && Date.parse(closesAt) < found.closesAt.getTime()) return;
    if (now.getTime() < found.closesAt.getTime() + closingGraceMs)
      throw new Refused("poll-not-open", { opensAt: found.opensAt.toISOString() });
    const { signPrivate } = (await keysOf(tx, poll)) ?? {};
    if (signPrivate) {
      const signKey = openSignKey(poll, signPrivate, vault);
      const head = await sealNow(tx, poll, signKey, now);
      if (head) announce({ fact: "log-head-signed", poll, kern: found.kern, batch: head.batch, last: true } satisfies VotingFact);
      if (countWaits(await paperStanding(tx, poll))) {
        announce({ fact: "poll-awaits-paper", poll, kern: found.kern } satisfies VotingFact);
        return;
      }
      await countSecret(tx, found, signKey, now);
    } else await countOpen(tx, found, now);
    const { helped } = await rollNumbers(tx, poll);
    concerns(`poll ${poll}${helpedInWords(helped)}`);
    await markClosed(tx, poll);
    forgetPoll(actor.municipality, poll);
    announce({ fact: "poll-closed", poll, kern: found.kern } satisfies VotingFact);
  },
});

/** For the audit: how many voters each helper helped. */
function helpedInWords(helped: Readonly<Record<string, number>>): string {
  const each = Object.entries(helped).map(([person, number]) => `${person} ${number}`);
  return each.length === 0 ? "" : `; helped: ${each.join(", ")}`;
}

async function countSecret(tx: Tx, poll: StoredPoll, signKey: KeyObject, now: Date): Promise<void> {
  const count = await countBallots(tx, poll);
  const made = await makeExport(tx, poll, count, signKey);
  const { ballots, spoiled, outcome, seed, beside, names } = count;
  const { result, signature } = made;
  await recordTally(tx, poll.poll, { countedAt: now, ballots, spoiled, outcome, seed, beside, names, result, signature });
  await saveExport(tx, poll.poll, await gzipped(made.file));
  await destroyKeys(tx, poll.poll);
}

async function countOpen(tx: Tx, poll: StoredPoll, now: Date): Promise<void> {
  const { ballots, spoiled, outcome, seed, beside, names } = await countBallots(tx, poll);
  const unsigned = { result: null, signature: null };
  await recordTally(tx, poll.poll, { countedAt: now, ballots, spoiled, outcome, seed, beside, names, ...unsigned });
}
