/** The paper of a poll as its helpers see it. What the first of two read is not shown to the second. */
import { isOfficerOf } from "../members/index.ts";
import type { Actor, Tx } from "../shared/work.ts";
import type { PaperStackView, PaperView } from "./contract.ts";
import { countWaits, differences, paperCodeOf, sorted } from "./paper-rules.ts";
import { paperStanding, type StoredStack, stacksOf } from "./paper-store.ts";
import { stateAt } from "./rules.ts";
import type { StoredPoll } from "./store.ts";

export async function paperViewOf(tx: Tx, actor: Actor, poll: StoredPoll, now: Date): Promise<PaperView> {
  const standing = await paperStanding(tx, poll.poll);
  const stacks = await stacksOf(tx, poll.poll);
  const isCounted = poll.state === "closed";
  const hasClosed = stateAt(poll, now) === "closed";
  const isOfficer = isOfficerOf(actor, poll.kern);
  const spoiled = stacks.reduce((sum, { published }) => sum + (published?.spoiled ?? 0), 0);
  return {
    code: poll.frozenHash === null || poll.level === 0 ? null : paperCodeOf(poll.frozenHash),
    handedOut: standing.handedOut,
    published: { ballots: standing.published - spoiled, spoiled },
    stacks: stacks.map((stack) => stackViewOf(stack, actor.person)),
    countWaits: hasClosed && !isCounted && countWaits(standing),
    finished: standing.finished,
    can: { publish: isOfficer && !isCounted, finish: isOfficer && hasClosed && !isCounted && standing.unpublished === 0 },
  };
}

/** The ballots on which both agree, by themselves or after settling; null while they do not. */
export function agreedBallots({ entries, settled }: StoredStack) {
  const [first, second] = entries;
  if (settled) return settled;
  if (!first || !second) return null;
  return differences(first.ballots, second.ballots).length === 0 ? first.ballots : null;
}

function stackViewOf(stack: StoredStack, reader: string | null): PaperStackView {
  const [first, second] = stack.entries;
  const shown = {
    stack: stack.stack,
    by: stack.entries.map(({ name }) => name),
    waitsForYou: first !== undefined && second === undefined && first.person !== reader,
    ballots: null,
    spoiled: null,
    differences: [],
  };
  if (stack.published) return { ...shown, ...stack.published, state: "published" };
  const agreed = agreedBallots(stack);
  if (agreed) {
    const { choices, spoiled } = sorted(agreed);
    return { ...shown, state: "agreed", ballots: choices.length, spoiled };
  }
  if (!first || !second) return { ...shown, state: "entered-once" };
  return { ...shown, state: "differs", differences: differences(first.ballots, second.ballots) };
}
