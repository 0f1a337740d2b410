/**
 * Cards in the kern's channel: one when a proposal is published, one when a poll opens and one when it closes; brought up to date
 * at most once in ten seconds. Of one kern one card leaves at a time, whichever process sends it, so that they stand in order. A card
 * leaves once: the attempt is recorded before it is made, and an attempt whose outcome nobody knows is not repeated (the proposal is
 * in the tab and the mails anyway; the same card twice would look like two proposals).
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ProposalsFact } from "../proposals/contract.ts";
import { fingerprint } from "../shared/ids.ts";
import type { Event, Reaction } from "../shared/reaction.ts";
import { after, minutes } from "../shared/time.ts";
import type { Fact, Tx } from "../shared/work.ts";
import type { VotingFact } from "../voting/contract.ts";
import { type CardObject, claimCard, findPosted, messageKey, type PostedObject, savePosted } from "./cards-store.ts";
import { headTelling } from "./mails-polls.ts";
import type { Announced, CardOnSquare, PollForCard, ProposalForCard, Square, Updated } from "./square.ts";
import { recordMessage, releaseMessage } from "./store.ts";

export interface SquareReactionsOptions {
  square: Square;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** What is to be shown, as it is now; undefined when there is nothing (any more) to show to everybody. */
  reads: {
    proposal(tx: Tx, proposal: string): Promise<ProposalForCard | undefined>;
    poll(tx: Tx, poll: string): Promise<PollForCard | undefined>;
    logHead(tx: Tx, poll: string, batch: number): Promise<{ line: string } | undefined>;
  };
  log: { warn(details: object, message: string): void };
  clock(): Date;
  wait?(ms: number): Promise<unknown>;
}

/** Posting takes at most a minute or two, the wait for a turn in a busy channel included; then the job that claimed it is dead. */
const claimLapsesMs = minutes(15);

/** Facts about one proposal in these milliseconds become one update of its card. */
const updateEveryMs = 10_000;

type Published = Extract<ProposalsFact, { proposal: string }>;
type PollFact = Extract<VotingFact, { poll: string }>;

/** The end of the window of ten seconds in which `now` lies. */
export function nextUpdateAt(now: Date): Date {
  return new Date((Math.floor(now.getTime() / updateEveryMs) + 1) * updateEveryMs);
}

export interface SquareReactions {
  /** Follows "proposal-published". */
  postProposal: Reaction;
  /** Follows "proposal-supported", "proposal-support-withdrawn", "proposal-commented" and "proposal-withdrawn". */
  updateProposal: Reaction;
  /** Follows "poll-opened". */
  postPoll: Reaction;
  /** Follows "poll-closed": the outcome gets a card of its own, and the invitation no longer asks for votes. */
  postOutcome: Reaction;
  /** Follows "poll-extended": the invitation says until when. */
  updatePoll: Reaction;
  /** Follows "log-head-signed". */
  postLogHead: Reaction;
}

export function makeSquareReactions({
  square,
  inMunicipality,
  reads,
  log,
  clock,
  wait = sleep,
}: SquareReactionsOptions): SquareReactions {
  async function post(
    municipality: string,
    { object, kern }: { object: CardObject; kern: string },
    shown: unknown,
    announce: () => Promise<Announced>,
  ): Promise<void> {
    const now = clock();
    const lapsedBefore = after(now, -claimLapsesMs);
    const claim = await inMunicipality(municipality, (tx) => claimCard(tx, municipality, { object, kern }, now, lapsedBefore));
    if (claim === "done") return;
    if (claim === "busy") throw new Error(`The card of ${object} is being posted by another job.`);
    if (claim === "unknown") return failed(municipality, object, "an earlier attempt was cut off; the card may be there");
    const release = () => inMunicipality(municipality, (tx) => releaseMessage(tx, messageKey(object)));
    const announced = await announce().catch(async (error: unknown): Promise<never> => {
      await release();
      throw error;
    });
    if ("card" in announced) {
      const card = { ...announced.card, shows: showing(shown) };
      return inMunicipality(municipality, async (tx) => {
        await recordMessage(tx, messageKey(object), "sent", null, clock());
        await savePosted(tx, municipality, object, card, clock());
      });
    }
    if (announced.again && !announced.unknown) {
      await release();
      throw new Error(`The card of ${object} must be tried again: ${announced.failed}`);
    }
    return failed(municipality, object, announced.failed);
  }

  async function failed(municipality: string, object: CardObject, reason: string): Promise<void> {
    log.warn({ municipality, object, reason }, "a card was not posted");
    await inMunicipality(municipality, (tx) => recordMessage(tx, messageKey(object), "failed", reason, clock()));
  }

  /** `read` is asked after the wait for the card's turn: what is sent is the state of that moment. */
  async function update<Shown>(
    municipality: string,
    object: CardObject,
    read: (tx: Tx) => Promise<Shown | undefined>,
    change: (card: CardOnSquare, shown: Shown) => Promise<Updated>,
  ): Promise<void> {
    const known = await inMunicipality(municipality, (tx) => findPosted(tx, municipality, object));
    if (!known) return;
    const early = known.updatedAt.getTime() + updateEveryMs - clock().getTime();
    const shown = await inMunicipality(municipality, read);
    if (shown === undefined || known.shows === showing(shown)) return;
    if (early > 0) {
      await wait(early);
      return update(municipality, object, read, change);
    }
    const updated = await change(known, shown);
    if ("done" in updated) {
      const card: PostedObject = { ...known, shows: showing(shown) };
      return inMunicipality(municipality, (tx) => savePosted(tx, municipality, object, card, clock()));
    }
    if (updated.again) throw new Error(`The update of ${object} must be tried again: ${updated.failed}`);
    log.warn({ municipality, object, reason: updated.failed }, "a card could not be brought up to date");
  }

  function updatePoll(municipality: string, id: string, state: PollForCard["state"]): Promise<void> {
    const read = async (tx: Tx) => {
      const poll = await reads.poll(tx, id);
      return poll?.state === state ? poll : undefined;
    };
    return update(municipality, `poll ${id}`, read, (card, poll) => square.updatePoll(municipality, card, poll));
  }

  const proposalOf = (event: Event) => (event.fact as Fact & Published).proposal;
  const pollOf = (event: Event) => (event.fact as Fact & PollFact).poll;

  /** Turns are taken in the order of the facts, and nobody else's mail waits for them. */
  const inOrder = {
    lane: "posting" as const,
    queue: ({ municipality, fact }: Event) => `square ${municipality} ${(fact as Fact & { kern: string }).kern}`,
  };

  return {
    postProposal: {
      name: "notifications.post-proposal-card",
      ...inOrder,
      async run(event) {
        const { municipality } = event;
        const proposal = await inMunicipality(municipality, (tx) => reads.proposal(tx, proposalOf(event)));
        if (proposal?.state !== "published") return;
        await post(municipality, { object: `proposal ${proposal.proposal}`, kern: proposal.kern }, proposal, () =>
          square.announceProposal(municipality, proposal),
        );
      },
    },
    updateProposal: {
      name: "notifications.update-proposal-card",
      ...inOrder,
      due: () => nextUpdateAt(clock()),
      // A window has its own job: one that kept being put off by new support would never run.
      key: (event) => `card proposal ${event.municipality} ${proposalOf(event)} ${nextUpdateAt(clock()).getTime()}`,
      async run(event) {
        const { municipality } = event;
        const id = proposalOf(event);
        await update(
          municipality,
          `proposal ${id}`,
          (tx) => reads.proposal(tx, id),
          (card, proposal) => square.updateProposal(municipality, card, proposal),
        );
      },
    },
    postPoll: {
      name: "notifications.post-poll-card",
      ...inOrder,
      async run(event) {
        const { municipality } = event;
        const poll = await inMunicipality(municipality, (tx) => reads.poll(tx, pollOf(event)));
        if (!poll || poll.state === "closed") return;
        await post(municipality, { object: `poll ${poll.poll}`, kern: poll.kern }, poll, () =>
          square.announcePoll(municipality, poll),
        );
      },
    },
    updatePoll: {
      name: "notifications.update-poll-card",
      ...inOrder,
      async run(event) {
        const { municipality } = event;
        await updatePoll(municipality, pollOf(event), "open");
      },
    },
    postLogHead: {
      name: "notifications.post-log-head",
      ...inOrder,
      ...headTelling("card log", clock),
      async run(event) {
        const { municipality } = event;
        const { batch, last } = event.fact as Fact & Extract<VotingFact, { fact: "log-head-signed" }>;
        const { poll, head } = await inMunicipality(municipality, async (tx) => ({
          poll: await reads.poll(tx, pollOf(event)),
          head: await reads.logHead(tx, pollOf(event), batch),
        }));
        if (!poll || !head) return;
        await post(municipality, { object: `log ${poll.poll} ${batch}`, kern: poll.kern }, head, () =>
          square.announceLogHead(municipality, poll, { line: head.line, last }),
        );
      },
    },
    postOutcome: {
      name: "notifications.post-outcome-card",
      ...inOrder,
      async run(event) {
        const { municipality } = event;
        const poll = await inMunicipality(municipality, (tx) => reads.poll(tx, pollOf(event)));
        if (!poll) return;
        await post(municipality, { object: `outcome ${poll.poll}`, kern: poll.kern }, poll, () =>
          square.announcePollClosed(municipality, poll),
        );
        await updatePoll(municipality, poll.poll, "closed");
      },
    },
  };
}

function showing(shown: unknown): string {
  return fingerprint(JSON.stringify(shown));
}
