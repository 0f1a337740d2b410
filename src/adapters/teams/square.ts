/** The village square in Teams: the port of notifications, on the engine and the places the bot knows. */
import type { Municipality } from "../../kernen/contract.ts";
import type { Announced, CardOnSquare, Square, Updated } from "../../notifications/square.ts";
import type { Tx } from "../../shared/work.ts";
import { type Links, linksOf } from "./cards/links.ts";
import { logHeadCard, outcomeCard, pollCard } from "./cards/poll-cards.ts";
import { proposalCard } from "./cards/proposal-card.ts";
import { type Card, ConnectorFailure, type Engine, type Place, type PostedCard } from "./engine.ts";
import { findPlace, findPlaceOfKern, type StoredPlace } from "./places-store.ts";
import { isPassing } from "./retry.ts";

export interface TeamsSquareOptions {
  engine: Pick<Engine, "post" | "update">;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  municipalityOf(tx: Tx): Promise<Municipality>;
  /** Where people reach this deployment. */
  publicUrl: string;
}

/** In a channel everybody reads Dutch; where the municipality also speaks English a line in English stands under it. */
interface ChannelCard {
  language: "nl";
  links: Links;
  withEnglish: boolean;
}

export function makeTeamsSquare({ engine, inMunicipality, municipalityOf, publicUrl }: TeamsSquareOptions): Square {
  const look = ({ municipality, languages }: Municipality): ChannelCard => ({
    language: "nl",
    links: linksOf(publicUrl, municipality),
    withEnglish: languages.includes("en"),
  });

  async function announce(municipality: string, kern: string, cardFor: (look: ChannelCard) => Card): Promise<Announced> {
    const { home, place } = await inMunicipality(municipality, async (tx) => ({
      home: await municipalityOf(tx),
      place: await findPlaceOfKern(tx, municipality, kern),
    }));
    if (!place) return { failed: "the bot has not been installed in the team of this kern", again: false, unknown: false };
    try {
      const posted = await post(place, home.entraTenantId, cardFor(look(home)));
      return { card: { place: place.place, conversation: posted.conversation, activity: posted.activity } };
    } catch (error) {
      return failure(error);
    }
  }

  /** To the channel for proposals; to General when there is none, or no longer. */
  async function post(place: StoredPlace, tenant: string, card: Card): Promise<PostedCard> {
    const at = (conversation: string): Place => ({
      serviceUrl: place.serviceUrl,
      tenant,
      bot: place.bot,
      kind: "channel",
      conversation,
    });
    if (place.proposalsChannel === null) return engine.post(at(place.conversation), card);
    try {
      return await engine.post(at(place.proposalsChannel), card);
    } catch (error) {
      if (error instanceof ConnectorFailure && error.status === 404) return engine.post(at(place.conversation), card);
      throw error;
    }
  }

  async function update(municipality: string, card: CardOnSquare, cardFor: (look: ChannelCard) => Card): Promise<Updated> {
    const { home, place } = await inMunicipality(municipality, async (tx) => ({
      home: await municipalityOf(tx),
      place: await findPlace(tx, municipality, card.place),
    }));
    if (!place) return { failed: "the bot is no longer in this team", again: false };
    try {
      const { conversation, activity } = card;
      await engine.update({ serviceUrl: place.serviceUrl, conversation, activity }, cardFor(look(home)));
      return { done: true };
    } catch (error) {
      // An update does no harm when it is done twice, so one that may have arrived is simply tried again.
      const { failed, again, unknown } = failure(error);
      return { failed, again: again || unknown };
    }
  }

  return {
    announceProposal: (municipality, proposal) => announce(municipality, proposal.kern, (own) => proposalCard(proposal, own)),
    announcePoll: (municipality, poll) => announce(municipality, poll.kern, (own) => pollCard(poll, own)),
    announcePollClosed: (municipality, poll) => announce(municipality, poll.kern, (own) => outcomeCard(poll, own)),
    announceLogHead: (municipality, poll, head) => announce(municipality, poll.kern, (own) => logHeadCard(poll, head, own)),
    updateProposal: (municipality, card, proposal) => update(municipality, card, (own) => proposalCard(proposal, own)),
    updatePoll: (municipality, card, poll) => update(municipality, card, (own) => pollCard(poll, own)),
  };
}

/** 4xx (gone, blocked, uninstalled) stays refused; the rest of what surely was not carried out may succeed later. */
function failure(error: unknown): { failed: string; again: boolean; unknown: boolean } {
  if (!(error instanceof ConnectorFailure)) throw error;
  const serverTrouble = (error.status ?? 0) >= 500;
  return { failed: `Teams: ${error.message}`, again: isPassing(error) || serverTrouble, unknown: error.mayBeDone };
}
