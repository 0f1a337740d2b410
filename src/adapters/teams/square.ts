/** The village square in Teams: the port of notifications, on the engine and the places the bot knows. */
import type { Municipality } from "../../kernen/contract.ts";
import type { Announced, CardOnSquare, Square, Updated } from "../../notifications/square.ts";
import type { Tx } from "../../shared/work.ts";
import { weekCard } from "./cards/kern-card.ts";
import { type Links, linksOf } from "./cards/links.ts";
import { meetingCard } from "./cards/meeting-card.ts";
import { logHeadCard, outcomeCard, pollCard } from "./cards/poll-cards.ts";
import { answerCard, proposalCard } from "./cards/proposal-card.ts";
import { type Card, ConnectorFailure, type Engine, type PostedCard } from "./engine.ts";
import { endTrouble, findPlace, findPlaceOfKern, type StoredPlace, saveProposalsChannel, saveTrouble } from "./places-store.ts";
import { failureOf, mayTry, troubleOf, whyNot } from "./trouble.ts";

export interface TeamsSquareOptions {
  engine: Pick<Engine, "post" | "update">;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  municipalityOf(tx: Tx): Promise<Municipality>;
  /** Where people reach this deployment. */
  publicUrl: string;
  clock(): Date;
}

/** In a channel everybody reads Dutch; where the municipality also speaks English a line in English stands under it. */
interface ChannelCard {
  language: "nl";
  links: Links;
  withEnglish: boolean;
  inDialog: true;
}

export function makeTeamsSquare({ engine, inMunicipality, municipalityOf, publicUrl, clock }: TeamsSquareOptions): Square {
  const look = ({ municipality, languages }: Municipality): ChannelCard => ({
    language: "nl",
    links: linksOf(publicUrl, municipality),
    withEnglish: languages.includes("en"),
    inDialog: true,
  });

  async function announce(municipality: string, kern: string, cardFor: (look: ChannelCard) => Card): Promise<Announced> {
    const { home, place } = await inMunicipality(municipality, async (tx) => ({
      home: await municipalityOf(tx),
      place: await findPlaceOfKern(tx, municipality, kern),
    }));
    if (!place) return { failed: "the bot has not been installed in the team of this kern", again: false, unknown: false };
    if (!mayTry(place.trouble, clock())) return { failed: whyNot(place.trouble), again: false, unknown: false };
    try {
      const posted = await post(municipality, place, home.entraTenantId, cardFor(look(home)));
      if (place.trouble) await inMunicipality(municipality, (tx) => endTrouble(tx, municipality, place.place));
      return { card: { place: place.place, conversation: posted.conversation, activity: posted.activity } };
    } catch (error) {
      await remember(municipality, place.place, troubleOf(error));
      return failureOf(error);
    }
  }

  async function remember(municipality: string, place: string, trouble: ReturnType<typeof troubleOf>): Promise<void> {
    if (trouble) await inMunicipality(municipality, (tx) => saveTrouble(tx, municipality, place, trouble, clock()));
  }

  /** To the channel for proposals; to General when there is none, or no longer. */
  async function post(municipality: string, place: StoredPlace, tenant: string, card: Card): Promise<PostedCard> {
    const { serviceUrl, bot, proposalsChannel, conversation: general } = place;
    const postIn = (conversation: string) => engine.post({ serviceUrl, tenant, bot, kind: "channel", conversation }, card);
    if (proposalsChannel === null) return postIn(general);
    try {
      return await postIn(proposalsChannel);
    } catch (error) {
      if (!(error instanceof ConnectorFailure && error.status === 404)) throw error;
      await inMunicipality(municipality, (tx) => saveProposalsChannel(tx, municipality, place.place, null, clock()));
      return postIn(general);
    }
  }

  async function update(municipality: string, card: CardOnSquare, cardFor: (look: ChannelCard) => Card): Promise<Updated> {
    const { home, place } = await inMunicipality(municipality, async (tx) => ({
      home: await municipalityOf(tx),
      place: await findPlace(tx, municipality, card.place),
    }));
    if (!place) return { failed: "the bot is no longer in this team", again: false };
    if (!mayTry(place.trouble, clock())) return { failed: whyNot(place.trouble), again: false };
    try {
      const { conversation, activity } = card;
      await engine.update(
        { tenant: home.entraTenantId, serviceUrl: place.serviceUrl, conversation, activity },
        cardFor(look(home)),
      );
      return { done: true };
    } catch (error) {
      // An update does no harm when it is done twice, so one that may have arrived is simply tried again.
      const { failed, again, unknown } = failureOf(error);
      return { failed, again: again || unknown };
    }
  }

  return {
    announceProposal: (municipality, proposal) => announce(municipality, proposal.kern, (own) => proposalCard(proposal, own)),
    announceAnswer: (municipality, proposal, answer) =>
      announce(municipality, proposal.kern, (own) => answerCard(proposal, answer, own)),
    announcePoll: (municipality, poll) => announce(municipality, poll.kern, (own) => pollCard(poll, own)),
    announceLastDay: (municipality, poll) => announce(municipality, poll.kern, (own) => pollCard(poll, { ...own, now: clock() })),
    announcePollClosed: (municipality, poll) => announce(municipality, poll.kern, (own) => outcomeCard(poll, own)),
    announceLogHead: (municipality, poll, head) => announce(municipality, poll.kern, (own) => logHeadCard(poll, head, own)),
    announceWeek: (municipality, week) => announce(municipality, week.kern, (own) => weekCard(week, own)),
    updateProposal: (municipality, card, proposal) => update(municipality, card, (own) => proposalCard(proposal, own)),
    updateAnswer: (municipality, card, proposal, answer) =>
      update(municipality, card, (own) => answerCard(proposal, answer, own)),
    updatePoll: (municipality, card, poll) => update(municipality, card, (own) => pollCard(poll, own)),
    announceMeeting: (municipality, meeting) => announce(municipality, meeting.kern, (own) => meetingCard(meeting, own)),
    updateMeeting: (municipality, card, meeting) => update(municipality, card, (own) => meetingCard(meeting, own)),
  };
}
