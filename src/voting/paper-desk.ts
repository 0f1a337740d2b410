/** What every step with paper begins with: the right person, at the right poll, at the right moment; and what it ends with. */
import { Refused } from "../shared/refused.ts";
import type { Actor, Tx } from "../shared/work.ts";
import { budgetOf, refuseChoice } from "./counting/choices.ts";
import { refuseHelper } from "./helped-voter.ts";
import type { PaperBallot } from "./paper-contract.ts";
import { paperCodeOf } from "./paper-rules.ts";
import { lockPaper, type StoredStack, stacksOf } from "./paper-store.ts";
import { definedOption } from "./rules.ts";
import { holdOpen, optionsOf, type StoredPoll } from "./store.ts";

/**
 * The poll, held so that it is not counted meanwhile. Only for helpers of the kern. Refuses a poll that has not opened, or was counted.
 */
export async function paperPoll(tx: Tx, actor: Actor, poll: string): Promise<{ found: StoredPoll; person: string }> {
  await lockPaper(tx, poll);
  const found = await holdOpen(tx, poll);
  if (!found || found.level === 0) throw new Refused("not-found");
  refuseHelper(actor, found);
  if (found.state === "planned") throw new Refused("poll-not-open", { opensAt: found.opensAt.toISOString() });
  if (found.state === "closed") throw new Refused("already-counted");
  return { found, person: actor.person };
}

/** A stack that is not published yet. */
export async function stackOf(tx: Tx, poll: string, stack: number): Promise<StoredStack> {
  const found = (await stacksOf(tx, poll)).find((one) => one.stack === stack);
  if (!found) throw new Refused("not-found");
  if (found.batch !== null) throw new Refused("already-decided");
  return found;
}

/** Refuses letters that are not those of this poll, and ballots that break its form: "ballots.3" is the third. */
export async function refuseBallots(
  tx: Tx,
  poll: StoredPoll,
  code: string | null,
  ballots: readonly { path: string; ballot: PaperBallot }[],
): Promise<void> {
  const fields: { path: string; message: string }[] = [];
  if (code !== null && code !== paperCodeOf(poll.frozenHash ?? "")) fields.push({ path: "code", message: "wrong-paper-code" });
  const options = (await optionsOf(tx, poll.poll)).map(definedOption);
  for (const { path, ballot } of ballots) {
    const wrong = ballot === "spoiled" ? null : refuseChoice(poll.form, options, budgetOf(poll.count), ballot);
    if (wrong) fields.push({ path, message: wrong.code });
  }
  if (fields.length > 0) throw new Refused("invalid-input", { fields });
}

export const numbered = (ballots: readonly PaperBallot[]) => ballots.map((ballot, at) => ({ path: `ballots.${at + 1}`, ballot }));
