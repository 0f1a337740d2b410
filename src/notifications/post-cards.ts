/**
 * Cards in the kern's channel: one when a proposal is published, one when a poll opens and one when it closes; brought up to date
 * at most once in ten seconds. A card leaves once: the attempt is recorded before it is made, and an attempt whose outcome nobody
 * knows is not repeated (the proposal is in the tab and the mails anyway; the same card twice would look like two proposals).
 */
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
  /** Follows "proposal-supported", "proposal-commented" and "proposal-withdrawn". */
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

export function makeSquareReactions({ square, inMunicipality, reads, log, clock }: SquareReactionsOptions): SquareReactions {
  async function post(
    municipality: string,
    object: CardObject,
    shown: unknown,
    announce: () => Promise<Announced>,
  ): Promise<void> {
    const now = clock();
    const lapsedBefore = after(now, -claimLapsesMs);
    const claim = await inMunicipality(municipality, (tx) => claimCard(tx, municipality, object, now, lapsedBefore));
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

  async function update(
    municipality: string,
    object: CardObject,
    shown: unknown,
    change: (card: CardOnSquare) => Promise<Updated>,
  ): Promise<void> {
    const posted = await inMunicipality(municipality, (tx) => findPosted(tx, municipality, object));
    if (!posted || posted.shows === showing(shown)) return;
    const updated = await change(posted);
    if ("done" in updated) {
      const card: PostedObject = { ...posted, shows: showing(shown) };
      return inMunicipality(municipality, (tx) => savePosted(tx, municipality, object, card, clock()));
    }
    if (updated.again) throw new Error(`The update of ${object} must be tried again: ${updated.failed}`);
    log.warn({ municipality, object, reason: updated.failed }, "a card could not be brought up to date");
  }

  const proposalOf = (event: Event) => (event.fact as Fact & Published).proposal;
  const pollOf = (event: Event) => (event.fact as Fact & PollFact).poll;

  return {
    postProposal: {
      name: "notifications.post-proposal-card",
      async run(event) {
        const { municipality } = event;
        const proposal = await inMunicipality(municipality, (tx) => reads.proposal(tx, proposalOf(event)));
        if (proposal?.state !== "published") return;
        await post(municipality, `proposal ${proposal.proposal}`, proposal, () =>
          square.announceProposal(municipality, proposal),
        );
      },
    },
    updateProposal: {
      name: "notifications.update-proposal-card",
      due: () => nextUpdateAt(clock()),
      // A window has its own job: one that kept being put off by new support would never run.
      key: (event) => `card proposal ${event.municipality} ${proposalOf(event)} ${nextUpdateAt(clock()).getTime()}`,
      async run(event) {
        const { municipality } = event;
        const proposal = await inMunicipality(municipality, (tx) => reads.proposal(tx, proposalOf(event)));
        if (!proposal) return;
        await update(municipality, `proposal ${proposal.proposal}`, proposal, (card) =>
          square.updateProposal(municipality, card, proposal),
        );
      },
    },
    postPoll: {
      name: "notifications.post-poll-card",
      async run(event) {
        const { municipality } = event;
        const poll = await inMunicipality(municipality, (tx) => reads.poll(tx, pollOf(event)));
        if (!poll || poll.state === "closed") return;
        await post(municipality, `poll ${poll.poll}`, poll, () => square.announcePoll(municipality, poll));
      },
    },
    updatePoll: {
      name: "notifications.update-poll-card",
      async run(event) {
        const { municipality } = event;
        const poll = await inMunicipality(municipality, (tx) => reads.poll(tx, pollOf(event)));
        if (poll?.state !== "open") return;
        await update(municipality, `poll ${poll.poll}`, poll, (card) => square.updatePoll(municipality, card, poll));
      },
    },
    postLogHead: {
      name: "notifications.post-log-head",
      ...headTelling("card log", clock),
      async run(event) {
        const { municipality } = event;
        const { batch, last } = event.fact as Fact & Extract<VotingFact, { fact: "log-head-signed" }>;
        const { poll, head } = await inMunicipality(municipality, async (tx) => ({
          poll: await reads.poll(tx, pollOf(event)),
          head: await reads.logHead(tx, pollOf(event), batch),
        }));
        if (!poll || !head) return;
        await post(municipality, `log ${poll.poll} ${batch}`, head, () =>
          square.announceLogHead(municipality, poll, { line: head.line, last }),
        );
      },
    },
    postOutcome: {
      name: "notifications.post-outcome-card",
      async run(event) {
        const { municipality } = event;
        const poll = await inMunicipality(municipality, (tx) => reads.poll(tx, pollOf(event)));
        if (!poll) return;
        await post(municipality, `outcome ${poll.poll}`, poll, () => square.announcePollClosed(municipality, poll));
        await update(municipality, `poll ${poll.poll}`, poll, (card) => square.updatePoll(municipality, card, poll));
      },
    },
  };
}

function showing(shown: unknown): string {
  return fingerprint(JSON.stringify(shown));
}
