import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import { action, type Work } from "../shared/work.ts";
import { type VotingFact, viewPollInput } from "./contract.ts";
import { canonicalJson } from "./counting/canonical.ts";
import type { PollDefinition } from "./counting/poll.ts";
import { beginLog, insertKeys } from "./log-store.ts";
import { makePollKeys, type PublicKeys } from "./poll-keys.ts";
import { fixRoll } from "./roll-store.ts";
import { batchRules, definedOption, frozenHash } from "./rules.ts";
import { lockPoll, markOpen, optionsOf, type StoredPoll } from "./store.ts";

/**
 * Fixes the roll, makes the keys and freezes everything. Does nothing when the poll is open already; nobody is added to the roll later.
 */
export async function openNow({ tx, now, announce, vault }: Work, poll: string): Promise<void> {
  const found = await lockPoll(tx, poll);
  if (!found) throw new Refused("not-found");
  if (found.state !== "planned") return;
  const rollSize = await fixRoll(tx, poll, found.kern, found.electorate);
  const options = (await optionsOf(tx, poll)).map(definedOption);
  const { level } = found;
  if (level === 0) {
    const { question, form, count } = found;
    const fixed = { poll, question, form, count, options, rollSize };
    await markOpen(tx, poll, { rollSize, definition: null, frozenHash: frozenHash(fixed) });
  } else {
    const keys = await makePollKeys(poll, level, vault);
    await insertKeys(tx, poll, keys);
    await beginLog(tx, poll, now);
    const definition = definitionOf({ ...found, level, rollSize }, options, keys);
    await markOpen(tx, poll, { rollSize, definition: canonicalJson(definition), frozenHash: frozenHash(definition) });
    announce({ fact: "poll-log-due", poll, at: after(now, batchRules.everyMs).toISOString() } satisfies VotingFact);
  }
  announce({ fact: "poll-opened", poll, kern: found.kern, closesAt: found.closesAt.toISOString() } satisfies VotingFact);
}

/** docs/ballot-format.md, section 2. */
function definitionOf(
  poll: StoredPoll & { level: 1 | 2; rollSize: number },
  options: PollDefinition["options"],
  { signKey, passKey }: PublicKeys,
): PollDefinition & Record<string, unknown> {
  return {
    format: "kernplein-poll/1",
    poll: poll.poll,
    municipality: poll.municipality,
    kern: poll.kern,
    question: poll.question,
    explanation: poll.explanation,
    level: poll.level,
    opensAt: poll.opensAt.toISOString(),
    closesAt: poll.closesAt.toISOString(),
    rollSize: poll.rollSize,
    form: poll.form,
    count: poll.count,
    options,
    signKey,
    passKey,
  };
}

/**
 * Opens a poll when its opening time has come: Kernplein itself does, from the job queue. Does nothing for a poll that was taken away or
 * moved to a later time since: that time has a job of its own.
 */
export const openPoll = action({
  name: "voting.open-poll",
  kind: "change",
  input: viewPollInput,
  async run(work, { poll }): Promise<void> {
    if (work.actor.channel !== "job") throw new Refused("not-allowed");
    work.concerns(`poll ${poll}`);
    const found = await lockPoll(work.tx, poll);
    if (!found || work.now < found.opensAt) return;
    await openNow(work, poll);
  },
});
