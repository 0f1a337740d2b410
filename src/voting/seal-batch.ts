import type { KeyObject } from "node:crypto";
import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import { action, type Tx } from "../shared/work.ts";
import { type LogHead, type VotingFact, viewPollInput } from "./contract.ts";
import { keysOf, lockLog, saveLog, sealWaiting, waiting } from "./log-store.ts";
import { grown, rootOf } from "./merkle-log.ts";
import { openSignKey } from "./poll-keys.ts";
import { batchRules } from "./rules.ts";
import { signed } from "./signing.ts";
import { lockPoll } from "./store.ts";

/** Enters everything that waits into the log and signs the new head; undefined when nothing waits. The poll must be locked. */
export async function sealNow(tx: Tx, poll: string, signKey: KeyObject, now: Date): Promise<LogHead | undefined> {
  const log = await lockLog(tx, poll);
  if (!log) return undefined;
  const batch = log.batches + 1;
  const commitments = await sealWaiting(tx, poll, batch);
  if (commitments.length === 0) return undefined;
  const frontier = grown(log, commitments);
  const head = { batch, size: frontier.size, root: rootOf(frontier) };
  const made = { ...head, signature: signed("head", { poll, ...head }, signKey) };
  await saveLog(tx, poll, { ...frontier, batches: batch, lastAt: now }, made);
  return made;
}

/**
 * A quarter of an hour is round: enters the waiting slips of an open poll into its public log when there are enough of them, and comes
 * back in a quarter of an hour. docs/ballot-format.md, section 7. Kernplein itself does, from the job queue.
 */
export const sealBatch = action({
  name: "voting.seal-batch",
  kind: "change",
  input: viewPollInput,
  async run({ tx, actor, now, announce, concerns, vault }, { poll }): Promise<void> {
    if (actor.channel !== "job") throw new Refused("not-allowed");
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    const keys = await keysOf(tx, poll);
    if (found?.state !== "open" || !keys?.signPrivate || now >= found.closesAt) return;
    const log = await lockLog(tx, poll);
    const isTime = log && now.getTime() - log.lastAt.getTime() >= batchRules.everyMs;
    if (isTime && (await waiting(tx, poll)) >= batchRules.fewest) {
      const head = await sealNow(tx, poll, openSignKey(poll, keys.signPrivate, vault), now);
      if (head)
        announce({ fact: "log-head-signed", poll, kern: found.kern, batch: head.batch, last: false } satisfies VotingFact);
    }
    const next = after(now, batchRules.everyMs);
    if (next < found.closesAt) announce({ fact: "poll-log-due", poll, at: next.toISOString() } satisfies VotingFact);
  },
});
