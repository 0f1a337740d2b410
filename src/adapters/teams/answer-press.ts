/** What the bot answers to a press on a card: a card that only the presser sees, in the place of the one everybody sees. */
import { z } from "zod";
import type { ProposalView } from "../../proposals/contract.ts";
import { type RefusalCode, Refused } from "../../shared/refused.ts";
import { sentence } from "../../shared/sentences.ts";
import type { Language } from "../../shared/work.ts";
import type { Asker } from "./asker.ts";
import { joinCard, noticeCard } from "./cards/help-cards.ts";
import { proposalCard, supportVerb } from "./cards/proposal-card.ts";
import { words } from "./cards/words.ts";
import type { Answer, Card } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Bot } from "./knowledge.ts";
import type { Means } from "./means.ts";

type Pressed = Incoming & { kind: "press" };
const supportData = z.looseObject({ proposal: z.string().max(60) });

export async function answerPress(
  { bot, whereabouts, whoAsks }: Means,
  municipality: string,
  incoming: Pressed,
  receivedAt: Date,
): Promise<Answer["invoke"]> {
  const data = incoming.verb === supportVerb ? supportData.safeParse(incoming.data) : undefined;
  if (!data?.success) return unknownPress;
  const [home, here] = await Promise.all([
    whereabouts.municipality(municipality),
    whereabouts.kernHere(municipality, incoming, receivedAt),
  ]);
  const asker = await whoAsks(incoming, home, here);
  return cardOnly(await support(bot, asker, data.data.proposal, receivedAt));
}

async function support(bot: Bot, asker: Asker, proposal: string, receivedAt: Date): Promise<Card> {
  const { actor, language, links, help, known } = asker;
  if (!known) return joinCard(help);
  try {
    await bot.perform(bot.actions.supportProposal, actor, { proposal }, { receivedAt });
    const view = await bot.perform(bot.actions.viewProposal, actor, { proposal });
    return proposalCard(forCard(bot, actor.municipality, view), { language, links, notice: words[language].youSupport });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return noticeCard(refusalInWords(error, language), language, wayOn(error.code, asker, proposal));
  }
}

/** A card may outlive its proposal: then what is refused is no longer there, not yet to come. */
function refusalInWords({ code, details }: Refused, language: Language): string {
  if (code === "not-found" || code === "not-published") return words[language].proposalGone;
  return sentence(code, language, details);
}

function wayOn(
  code: RefusalCode,
  { language, links, help }: Asker,
  proposal: string,
): { title: string; url: string } | undefined {
  if (code === "not-a-member") return { title: words[language].join, url: links.join(help.kern) };
  if (code !== "own-proposal") return undefined;
  return { title: words[language].readProposal, url: links.proposal(proposal) };
}

function forCard(bot: Bot, municipality: string, view: ProposalView) {
  const url = view.photo === null ? null : bot.photoUrl(municipality, view.photo);
  return {
    ...view,
    state: view.state === "withdrawn" ? ("withdrawn" as const) : ("published" as const),
    photo: url === null ? null : { url, alt: view.photoAlt },
  };
}

/** Answer to adaptiveCard/action: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview */
export function cardOnly(card: Card): Answer["invoke"] {
  return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card } };
}

const unknownPress: Answer["invoke"] = {
  status: 200,
  body: {
    statusCode: 400,
    type: "application/vnd.microsoft.error",
    value: { code: "BadRequest", message: "Deze knop bestaat niet meer. (This button is no longer in use.)" },
  },
};

/** The sentence when something broke, in the place of the card for the presser alone. */
export function brokenPress(language: Language): Answer["invoke"] {
  return cardOnly(noticeCard(words[language].wentWrong, language));
}
