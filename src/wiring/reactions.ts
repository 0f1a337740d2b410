/** Everything that follows from facts, with the adapters it needs. */

import type { Connections } from "../adapters/postgres/connect.ts";
import type { Engine } from "../adapters/teams/index.ts";
import { makeTeamsChat, makeTeamsSquare } from "../adapters/teams/index.ts";
import { contactOf, kernOf, municipalityOf } from "../kernen/index.ts";
import { makeMeetingsReactions, meetingForCard, meetingsBeginningIn } from "../meetings/index.ts";
import { makeNotifications, makeSquareReactions, type ReadWeek } from "../notifications/index.ts";
import type { PostOffice } from "../notifications/post-office.ts";
import { answeredIn, proposalForCard, proposalForMail, publishedIn } from "../proposals/index.ts";
import { type GuestDesk, makeDriftReaction, makeProvisioningReactions, makeRunReaction } from "../provisioning/index.ts";
import type { Reaction } from "../shared/reaction.ts";
import type { Perform, Tx, Workshop } from "../shared/work.ts";
import { logHead, makeVotingReactions, pollForMail, weekOfPolls } from "../voting/index.ts";

export interface ReactionMeans {
  connections: Connections;
  perform: Perform;
  engine: Engine;
  postOffice: PostOffice;
  guests: GuestDesk;
  publicUrl: string;
  log: { warn(details: object, message: string): void };
  clock(): Date;
  workshop: Workshop;
  /** Looks for what people changed in Teams by hand. */
  checkDrift(municipality: string): Promise<unknown>;
  /** Does what an administrator asked for on her page. */
  carryOutRun(municipality: string, run: string): Promise<void>;
}

export function allReactions({
  connections,
  perform,
  engine,
  postOffice,
  guests,
  publicUrl,
  log,
  clock,
  workshop,
  checkDrift,
  carryOutRun,
}: ReactionMeans): Reaction[] {
  const { inMunicipality } = connections;
  const square = makeTeamsSquare({ engine, inMunicipality, municipalityOf, publicUrl, clock });
  const chat = makeTeamsChat({ engine, inMunicipality, municipalityOf, publicUrl });
  // Photos are for who is signed in: a card in Teams shows none.
  const reads = {
    proposal: async (...[tx, proposal]: Parameters<typeof proposalForCard>) => {
      const found = await proposalForCard(tx, proposal);
      return found && { ...found, photo: null };
    },
    answer: async (tx: Tx, proposal: string) => (await proposalForMail(tx, proposal))?.answer ?? undefined,
    poll: pollForMail,
    logHead,
    meeting: meetingForCard,
    week: weekOfKern,
  };
  return [
    ...makeVotingReactions(perform),
    ...makeMeetingsReactions(perform),
    ...makeProvisioningReactions(guests, perform),
    makeDriftReaction(checkDrift, workshop),
    makeRunReaction(carryOutRun),
    ...makeNotifications({
      postOffice,
      inMunicipality,
      publicUrl,
      clock,
      chat,
      vault: workshop.vault,
      queueReactions: workshop.queueReactions,
    }),
    ...Object.values(makeSquareReactions({ square, inMunicipality, reads, log, clock })),
  ];
}

/** Of each kind; a card shows the first few and how many there are. */
const mostInWeek = 20;

const weekOfKern: ReadWeek = async (tx, kern, { since, begins, ends }) => {
  const place = await kernOf(tx, kern);
  if (!place) return undefined;
  const stretch = { kern, since, until: begins };
  const { count, newest } = await publishedIn(tx, stretch, mostInWeek);
  const { open, opening, counted } = await weekOfPolls(tx, kern, since, ends);
  return {
    kern,
    kernName: place.name,
    proposals: newest,
    more: count > newest.length,
    answers: await answeredIn(tx, stretch, mostInWeek),
    open,
    opening,
    closed: counted,
    meetings: await meetingsBeginningIn(tx, kern, { since: begins, until: ends }),
    contact: await contactOf(tx, kern),
  };
};
