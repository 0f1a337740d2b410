/** Our side of a turn: from what came in to what is answered. Knows no SDK and no HTTP. */
import type { Municipality } from "../../kernen/contract.ts";
import { answerBooth } from "./answer-booth.ts";
import { answerDialog } from "./answer-dialog.ts";
import { answerInvoke, sayInstead } from "./answer-invoke.ts";
import { answerLink } from "./answer-link.ts";
import { answerPress, brokenPress, cardOnly } from "./answer-press.ts";
import { answerSearch } from "./answer-search.ts";
import { answerText } from "./answer-text.ts";
import { languageOf, makeWhoAsks } from "./asker.ts";
import { helpCard, noticeCard } from "./cards/help-cards.ts";
import { literal } from "./cards/kit.ts";
import { words } from "./cards/words.ts";
import type { Answer, EngineLog, Surroundings } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Bot, KnownMunicipality } from "./knowledge.ts";
import type { Means } from "./means.ts";
import { makeMemory } from "./memory.ts";
import { makeWhereabouts } from "./whereabouts.ts";

const nothing: Answer = { messages: [] };

/**
 * Makes the function that answers every turn. It never throws and is never silent to a person: what breaks is logged and answered
 * with a sentence. An activity of a tenant that is not on the list of municipalities is left alone.
 */
export function makeBot(bot: Bot, log: EngineLog) {
  const whereabouts = makeWhereabouts(bot);
  const whoAsks = makeWhoAsks(bot);
  const means: Means = { bot, whereabouts, whoAsks };
  const homes = makeMemory<KnownMunicipality | undefined>();

  async function inMunicipality(
    municipality: string,
    incoming: Incoming,
    { channels }: Surroundings,
    receivedAt: Date,
  ): Promise<Answer> {
    const channelsIfTold = async () => {
      try {
        return await channels();
      } catch (error) {
        log.warn({ error: String(error) }, "the team's channels could not be read");
        return null;
      }
    };
    switch (incoming.kind) {
      case "text":
        return { messages: [{ card: await answerText(means, municipality, incoming, receivedAt) }] };
      case "press":
        return { messages: [], invoke: await answerPress(means, municipality, incoming, receivedAt) };
      case "search":
        return { messages: [], invoke: await answerSearch(means, municipality, incoming, receivedAt) };
      case "link":
        return { messages: [], invoke: await answerLink(means, municipality, incoming, receivedAt) };
      case "dialog":
      case "dialog-press":
        return { messages: [], invoke: await answerDialog(means, municipality, incoming, receivedAt) };
      case "booth":
        return { messages: [], invoke: await answerBooth(means, municipality, incoming, receivedAt) };
      case "invoke":
        return { messages: [], invoke: answerInvoke(incoming.name) };
      case "installed": {
        await whereabouts.arrived(municipality, incoming, receivedAt, channelsIfTold);
        const here = await whereabouts.kernHere(municipality, incoming, receivedAt);
        const asker = await whoAsks(incoming, await whereabouts.municipality(municipality), here);
        return { messages: [{ card: helpCard("welcome", asker.help) }] };
      }
      case "present":
        await whereabouts.arrived(municipality, incoming, receivedAt, channelsIfTold);
        return nothing;
      case "removed":
        await whereabouts.left(municipality, incoming, receivedAt);
        return nothing;
      case "archived":
        await whereabouts.archived(municipality, incoming, receivedAt);
        return nothing;
      // No greeting: a welcome is a mail, so that a kern of hundreds is not greeted hundredfold in its channel.
      case "members":
        await whereabouts.membersChanged(municipality, incoming, incoming, receivedAt);
        return nothing;
      case "channel":
        await whereabouts.channelChanged(municipality, incoming, incoming.event, incoming.channel, receivedAt);
        return nothing;
      case "nothing":
        return nothing;
    }
  }

  return async (incoming: Incoming, surroundings: Surroundings, receivedAt: Date): Promise<Answer> => {
    try {
      const home = await homes.get(incoming.tenant, () => bot.knows.municipalityOfTenant(incoming.tenant));
      if (!home) {
        const next = await bot.knows.municipalityAfter(incoming.tenant);
        if (next) return moved(incoming, await whereabouts.municipality(next.municipality), bot.publicUrl);
        log.info({ tenant: incoming.tenant, kind: incoming.kind }, "left alone: a tenant that is no municipality's");
        return incoming.kind === "press" || "name" in incoming ? { messages: [], invoke: { status: 401, body: {} } } : nothing;
      }
      return await inMunicipality(home.municipality, incoming, surroundings, receivedAt);
    } catch (error) {
      log.error({ error: error instanceof Error ? error.stack : String(error), kind: incoming.kind }, "the bot could not answer");
      return sorry(incoming);
    }
  };
}

/** The team stayed behind in a tenant that a merger left: nothing there is Kernplein's any longer, but people are shown the way. */
function moved(incoming: Incoming, { municipality, name, languages }: Municipality, publicUrl: string): Answer {
  const language = languageOf({ languages }, null, null, incoming.locale);
  const own = words[language];
  const card = noticeCard(own.movedTo(literal(name, 80)), language, { title: own.goThere, url: `${publicUrl}/${municipality}` });
  if (incoming.kind === "press") return { messages: [], invoke: cardOnly(card) };
  if ("name" in incoming) return { messages: [], invoke: sayInstead(incoming.name, own.movedTo(name)) };
  return incoming.kind === "text" ? { messages: [{ card }] } : nothing;
}

/** Made without asking anything, for whatever was to be asked may be what broke. */
function sorry(incoming: Incoming): Answer {
  const language = languageOf({ languages: ["nl", "en"] }, null, null, incoming.locale);
  if (incoming.kind === "press") return { messages: [], invoke: brokenPress(language) };
  if ("name" in incoming) return { messages: [], invoke: sayInstead(incoming.name, words[language].wentWrong) };
  if (incoming.kind !== "text") return nothing;
  return { messages: [{ card: noticeCard(words[language].wentWrong, language) }] };
}
