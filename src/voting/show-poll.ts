/** Polls as readers see them. */
import type { Tx } from "../shared/work.ts";
import { backgroundOf, nextStepsOf } from "./background-store.ts";
import { casters } from "./ballot-store.ts";
import type { PollSummary, PublicPollView, TallyView } from "./contract.ts";
import type { PollDefinition } from "./counting/poll.ts";
import { countWaits } from "./paper-rules.ts";
import { paperStanding } from "./paper-store.ts";
import type { Standing } from "./roll-store.ts";
import { shownTurnout, stateAt } from "./rules.ts";
import { extensionsOf, optionsOf, type StoredPoll } from "./store.ts";

/** A poll as lists show it; `standing` is the reader's own place on the roll. The count's details stay out of lists. */
export function summaryOf(
  poll: StoredPoll,
  tally: TallyView | undefined,
  standing: Standing | undefined,
  now: Date,
): PollSummary {
  return {
    poll: poll.poll,
    kern: poll.kern,
    kernName: poll.kernName,
    proposal: poll.proposal,
    question: poll.question,
    level: poll.level,
    form: poll.form,
    state: stateAt(poll, now),
    opensAt: poll.opensAt.toISOString(),
    closesAt: poll.closesAt.toISOString(),
    onRoll: standing?.onRoll ?? false,
    hasVoted: standing?.hasVoted ?? false,
    tally: tally ? withoutDetails(tally) : null,
  };
}

function withoutDetails(tally: TallyView): TallyView {
  const outcome = tally.outcome && { ...tally.outcome, ties: [], marked: null, ranked: null, budget: null };
  return { ...tally, outcome, beside: null, names: null };
}

/** What anybody may know. `marked`: places marked on the roll. */
export async function publicViewOf(
  tx: Tx,
  poll: StoredPoll,
  tally: TallyView | undefined,
  marked: number,
  now: Date,
): Promise<PublicPollView> {
  const state = stateAt(poll, now);
  return {
    municipality: poll.municipality,
    poll: poll.poll,
    kern: poll.kern,
    kernName: poll.kernName,
    proposal: poll.proposal,
    question: poll.question,
    explanation: poll.explanation,
    level: poll.level,
    showNames: poll.showNames,
    form: poll.form,
    count: poll.count,
    electorate: poll.electorate,
    options: await optionsOf(tx, poll.poll),
    state,
    opensAt: poll.opensAt.toISOString(),
    closesAt: poll.closesAt.toISOString(),
    rollSize: poll.rollSize,
    turnout: state === "planned" ? null : shownTurnout(tally?.voters ?? (await votersOf(tx, poll, marked))),
    definition: poll.definition === null ? null : (JSON.parse(poll.definition) as PollDefinition),
    frozenHash: poll.frozenHash,
    extensions: await extensionsOf(tx, poll.poll),
    tally: tally ? withoutNames(tally, false) : null,
    waitsForPaper: state === "closed" && poll.state === "open" && countWaits(await paperStanding(tx, poll.poll)),
    background: await backgroundOf(tx, poll.poll),
    nextSteps: tally ? await nextStepsOf(tx, poll.poll) : null,
    serverTime: now.toISOString(),
  };
}

/** At level 2 a mark says only that somebody took a pass; a vote is a caster. */
async function votersOf(tx: Tx, poll: StoredPoll, marked: number): Promise<number> {
  return poll.level === 2 ? casters(tx, poll.poll) : marked;
}

/** Names are for who is signed in. */
function withoutNames(tally: TallyView, signedIn: boolean): TallyView {
  return signedIn ? tally : { ...tally, names: null };
}
