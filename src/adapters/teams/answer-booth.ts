/**
 * "Stem uitbrengen" on a card in the channel: the booth opens in a dialog over it. The dialog is only a frame around our own page, which
 * asks Teams who is there; what is chosen goes from that page to us and never through the chat. Where Teams can frame nothing, it
 * opens `fallbackUrl` in a browser.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
 */
import { Refused } from "../../shared/refused.ts";
import { dialogWith } from "./answer-dialog.ts";
import { joinCard } from "./cards/help-cards.ts";
import { literal } from "./cards/kit.ts";
import { askerOf, refusalCard } from "./deeds.ts";
import type { Answer } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";

/** What fits in the bar of a dialog. */
const longestTitle = 100;

/** A stranger is told how to take part, and who may not read the poll why not. Whether she may vote the booth itself says. */
export async function answerBooth(
  means: Means,
  municipality: string,
  incoming: Incoming & { kind: "booth" },
  receivedAt: Date,
): Promise<Answer["invoke"]> {
  const asker = await askerOf(means, municipality, incoming, receivedAt);
  if (!asker.known) return dialogWith(joinCard(asker.help));
  const { bot } = means;
  try {
    const { question } = await bot.perform(bot.actions.viewPoll, asker.actor, { poll: incoming.poll });
    const url = asker.links.boothInTeams(incoming.poll);
    const fallbackUrl = asker.links.booth(incoming.poll);
    const value = { title: literal(question, longestTitle), width: "large", height: "large", url, fallbackUrl };
    return { status: 200, body: { task: { type: "continue", value } } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return dialogWith(refusalCard(error, asker, {}));
  }
}
