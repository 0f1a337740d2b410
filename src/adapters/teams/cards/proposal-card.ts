/** The cards of a published proposal and of the answer to it. Never its author. */
import type { IImage, ITextBlock } from "@microsoft/teams.cards";
import type { AnswerForCard, ProposalForCard } from "../../../notifications/square.ts";
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
  const answered = proposal.outcome !== null;
  if (!withdrawn && !answered && notice === undefined) actions.push({ ...support, style: "positive" });
  const inEnglish = withdrawn ? englishLine.withdrawn : answered ? englishLine.answered : englishLine.proposal;
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
      ...(withdrawn ? [] : treatmentOf(proposal, language)),
      ...(withEnglish ? [say(inEnglish, { size: "Small", isSubtle: true })] : []),
    ],
    actions,
  );
}

/** What the municipality does with it, once it does something. */
function treatmentOf({ treatment, outcome }: ProposalForCard, language: Language): ITextBlock[] {
  if (treatment === "none") return [];
  const own = words[language];
  return [say([own.treatment[treatment], ...(outcome ? [`${own.outcome[outcome]}.`] : [])].join(" "), { spacing: "Small" })];
}

/** The municipality's answer: whether it does it, the beginning of why, and which part of it says so. */
export function answerCard(
  { proposal, kernName, title }: ProposalForCard,
  { outcome, text, signedBy, correctedAt }: AnswerForCard,
  { language, links, withEnglish }: ProposalCardOptions,
): Card {
  const own = words[language];
  return card(
    language,
    `${kernName}, ${own.answer}: ${title} ${own.outcome[outcome]}.`,
    [
      band(`${literal(kernName, 80)} · ${own.answer}`),
      wrote(title, 140, { weight: "Bolder" }),
      say(own.outcome[outcome], { size: "Large", weight: "Bolder" }),
      wrote(text, 600),
      say(own.signedBy(literal(signedBy, 100)), { isSubtle: true, spacing: "Small" }),
      ...(correctedAt === null ? [] : [say(own.corrected(correctedAt), { weight: "Bolder" })]),
      ...(withEnglish ? [say(englishLine.answer[outcome], { size: "Small", isSubtle: true })] : []),
    ],
    [open(own.readAnswer, links.proposal(proposal))],
  );
}

/** Microsoft's servers fetch the photo, so it must be at a public https address. */
function photoOf({ photo }: ProposalForCard, otherwise: string): IImage[] {
  if (!photo?.url.startsWith("https://")) return [];
  const altText = photo.alt.trim() === "" ? otherwise : literal(photo.alt, 200);
  return [{ type: "Image", url: photo.url, altText, size: "Stretch", spacing: "Medium" }];
}
