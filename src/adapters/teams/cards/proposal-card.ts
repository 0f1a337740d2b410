/** The card of a published proposal: title, beginning of the text, photo, support. Never its author. */
import type { IImage } from "@microsoft/teams.cards";
import type { ProposalForCard } from "../../../notifications/square.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { type Action, band, card, literal, open, press, say, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { englishLine, words } from "./words.ts";

export interface ProposalCardOptions {
  language: Language;
  links: Links;
  /** For a card that a whole channel reads in Dutch: with a line in English. */
  withEnglish?: boolean;
  /** What only the one who pressed reads above it; the button is gone then. */
  notice?: string;
}

export function proposalCard(proposal: ProposalForCard, { language, links, withEnglish, notice }: ProposalCardOptions): Card {
  const own = words[language];
  const withdrawn = proposal.state === "withdrawn";
  const kind = withdrawn ? own.withdrawnProposal : own.newProposal;
  const url = links.proposal(proposal.proposal);
  const actions: Action[] = [open(own.readAndReact, url)];
  const support = press(own.iSupport, "support", { proposal: proposal.proposal }, url);
  if (!withdrawn && notice === undefined) actions.push({ ...support, style: "positive" });
  return card(
    language,
    `${proposal.kernName}, ${kind}: ${proposal.title}`,
    [
      band(`${literal(proposal.kernName, 80)} · ${kind}`),
      ...(notice === undefined ? [] : [say(`✓ ${notice}`, { weight: "Bolder" })]),
      wrote(proposal.title, 140, { size: "Large", weight: "Bolder" }),
      ...photoOf(proposal, own.photo),
      wrote(proposal.excerpt, 220),
      say(withdrawn ? own.withdrawn : `${own.support(proposal.supportCount)} · ${own.comments(proposal.commentCount)}`, {
        weight: "Bolder",
      }),
      ...(withEnglish ? [say(withdrawn ? englishLine.withdrawn : englishLine.proposal, { size: "Small", isSubtle: true })] : []),
    ],
    actions,
  );
}

/** Microsoft's servers fetch the photo, so it must be at a public https address. */
function photoOf({ photo }: ProposalForCard, otherwise: string): IImage[] {
  if (!photo?.url.startsWith("https://")) return [];
  const altText = photo.alt.trim() === "" ? otherwise : literal(photo.alt, 200);
  return [{ type: "Image", url: photo.url, altText, size: "Stretch", spacing: "Medium" }];
}
