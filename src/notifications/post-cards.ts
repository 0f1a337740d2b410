/**
 * Cards in the kern's channel: one when a proposal is published and one when it is answered; one when a poll opens, one on its last
 * day and one when it closes; one for a meeting; one for the week. Of one kern one card leaves at a time, whichever process sends it, so that they stand
 * in order. How a card leaves once: card-desk.ts.
 */
import type { ProposalsFact } from "../proposals/contract.ts";
import type { Event, Reaction } from "../shared/reaction.ts";
import { after, days, hours } from "../shared/time.ts";
import type { Fact, Tx } from "../shared/work.ts";
import type { VotingFact } from "../voting/contract.ts";
import { type CardDeskOptions, makeCardDesk, nextUpdateAt } from "./card-desk.ts";
import { headTelling } from "./mails-polls.ts";
import { makeMeetingReactions, type ReadMeeting } from "./post-meeting.ts";
import { makeWeekReaction, type ReadWeek } from "./post-week.ts";
import type { AnswerForCard, PollForCard, ProposalForCard, Square } from "./square.ts";

export interface SquareReactionsOptions extends CardDeskOptions {
  square: Square;
  /** What is to be shown, as it is now; undefined when there is nothing (any more) to show to everybody. */
  reads: {
    proposal(tx: Tx, proposal: string): Promise<ProposalForCard | undefined>;
    answer(tx: Tx, proposal: string): Promise<AnswerForCard | undefined>;
    poll(tx: Tx, poll: string): Promise<PollForCard | undefined>;
    logHead(tx: Tx, poll: string, batch: number): Promise<{ line: string } | undefined>;
    meeting: ReadMeeting;
    week: ReadWeek;
  };
}

type Published = Extract<ProposalsFact, { proposal: string }>;
type PollFact = Extract<VotingFact, { poll: string }>;

/** A shorter poll has no last day to speak of: its invitation still stands there. */
const leastDaysForLastDay = 3;

/** Whether the last day of this poll has come. An hour early is no matter: the queue's clock is PostgreSQL's. */
export function isLastDay({ state, opensAt, closesAt }: Pick<PollForCard, "state" | "opensAt" | "closesAt">, now: Date): boolean {
  const left = closesAt.getTime() - now.getTime();
  const lasts = closesAt.getTime() - opensAt.getTime();
  return state === "open" && lasts >= days(leastDaysForLastDay) && left > 0 && left <= days(1) + hours(1);
}

export interface SquareReactions {
  /** Follows "proposal-published". */
  postProposal: Reaction;
  /** Follows all that changes what the card of a proposal shows: support, comments, what the municipality does with it. */
  updateProposal: Reaction;
  /** Follows "proposal-answered": the answer gets a card of its own. */
  postAnswer: Reaction;
  /** Follows "proposal-corrected": the card of the answer says what stands there now. */
  updateAnswer: Reaction;
  /** Follows "poll-opened". */
  postPoll: Reaction;
  /** Follows "poll-closed": the outcome gets a card of its own, and the invitation no longer asks for votes. */
  postOutcome: Reaction;
  /** Follows "poll-extended": the invitation, and the card of what was the last day, say until when. */
  updatePoll: Reaction;
  /** Follows "poll-opened", "last-day-comes" and "poll-extended", which moves it: a day before the end. Once in a poll's life. */
  postLastDay: Reaction;
  /** Follows "log-head-signed". */
  postLogHead: Reaction;
  /** Follows "meeting-planned". */
  postMeeting: Reaction;
  /** Follows all that changes what the card of a meeting shows: when and where, who comes, that it is off, its minutes. */
  updateMeeting: Reaction;
  /** Follows "meeting-planned" and "meeting-changed", which moves it: once it begins, the card asks for no more answers. */
  closeMeeting: Reaction;
  /** Follows "kern-week-begins". */
  postWeek: Reaction;
}

export function makeSquareReactions(options: SquareReactionsOptions): SquareReactions {
  const { square, inMunicipality, reads, clock } = options;
  const desk = makeCardDesk(options);
  const { post, update } = desk;

  /** Both cards that ask for votes. */
  async function updatePoll(municipality: string, id: string, state: PollForCard["state"]): Promise<void> {
    const read = async (tx: Tx) => {
      const poll = await reads.poll(tx, id);
      return poll?.state === state ? poll : undefined;
    };
    for (const object of [`poll ${id}`, `last-day ${id}`])
      await update(municipality, object, read, (card, poll) => square.updatePoll(municipality, card, poll));
  }

  async function readAnswer(tx: Tx, id: string): Promise<{ proposal: ProposalForCard; answer: AnswerForCard } | undefined> {
    const [proposal, answer] = [await reads.proposal(tx, id), await reads.answer(tx, id)];
    return proposal?.state === "published" && answer ? { proposal, answer } : undefined;
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
    postAnswer: {
      name: "notifications.post-answer-card",
      ...inOrder,
      async run(event) {
        const { municipality } = event;
        const id = proposalOf(event);
        const found = await inMunicipality(municipality, (tx) => readAnswer(tx, id));
        if (!found) return;
        const { proposal, answer } = found;
        await post(municipality, { object: `answer ${id}`, kern: proposal.kern }, answer, () =>
          square.announceAnswer(municipality, proposal, answer),
        );
      },
    },
    updateAnswer: {
      name: "notifications.update-answer-card",
      ...inOrder,
      async run(event) {
        const { municipality } = event;
        const id = proposalOf(event);
        const found = await inMunicipality(municipality, (tx) => readAnswer(tx, id));
        if (!found) return;
        await update(
          municipality,
          `answer ${id}`,
          (tx) => reads.answer(tx, id),
          (card, answer) => square.updateAnswer(municipality, card, found.proposal, answer),
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
    postLastDay: {
      name: "notifications.post-last-day-card",
      ...inOrder,
      due: (fact) => after(new Date((fact as Fact & { closesAt: string }).closesAt), -days(1)),
      key: (event) => `last-day ${event.municipality} ${pollOf(event)}`,
      async run(event) {
        const { municipality } = event;
        const poll = await inMunicipality(municipality, (tx) => reads.poll(tx, pollOf(event)));
        if (!poll || !isLastDay(poll, clock())) return;
        await post(municipality, { object: `last-day ${poll.poll}`, kern: poll.kern }, poll, () =>
          square.announceLastDay(municipality, poll),
        );
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
    ...makeMeetingReactions({ square, inMunicipality, clock, desk, read: reads.meeting, inOrder }),
    postWeek: { ...makeWeekReaction({ square, inMunicipality, clock, post, read: reads.week }), ...inOrder },
  };
}
