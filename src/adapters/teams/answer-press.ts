/** What the bot answers to a press on a card: a card that only the presser sees, in the place of the one everybody sees. */
import type { Language } from "../../shared/work.ts";
import { answerInvoke } from "./answer-invoke.ts";
import { noticeCard } from "./cards/help-cards.ts";
import { words } from "./cards/words.ts";
import { doDeed } from "./deeds.ts";
import type { Answer, Card } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";

export async function answerPress(
  means: Means,
  municipality: string,
  incoming: Incoming & { kind: "press" },
  receivedAt: Date,
): Promise<Answer["invoke"]> {
  const card = await doDeed(means, municipality, incoming, incoming, receivedAt);
  return card ? cardOnly(card) : answerInvoke("adaptiveCard/action");
}

/** Answer to adaptiveCard/action: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview */
export function cardOnly(card: Card): Answer["invoke"] {
  return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card } };
}

/** The sentence when something broke, in the place of the card for the presser alone. */
export function brokenPress(language: Language): Answer["invoke"] {
  return cardOnly(noticeCard(words[language].wentWrong, language));
}
