/** What the bot answers to a text. Never silent: what it does not understand is answered with what it can do. */
import { Refused } from "../../shared/refused.ts";
import { type Asker, kernenOf, whoAsks } from "./asker.ts";
import { helpCard, joinCard } from "./cards/help-cards.ts";
import { type About, newProposalCard, pollsCard, proposalsCard } from "./cards/list-cards.ts";
import { readCommand } from "./commands.ts";
import type { Card } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Bot } from "./knowledge.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** Kernen asked one by one in a chat with somebody who takes part in several. */
const mostKernen = 6;

export async function answerText(
  bot: Bot,
  whereabouts: Whereabouts,
  municipality: string,
  incoming: Incoming & { kind: "text" },
  now: Date,
): Promise<Card> {
  const command = readCommand(incoming.text);
  const [home, here] = await Promise.all([
    whereabouts.municipality(municipality),
    whereabouts.kernHere(municipality, incoming, now),
  ]);
  const asker = await whoAsks(bot, incoming, home, here, command.language);
  try {
    switch (command.kind) {
      case "proposals":
        return await proposals(bot, asker);
      case "polls":
        return await polls(bot, asker);
      case "new-proposal":
        return await newProposal(bot, asker);
      default:
        return await guide(bot, asker, command.kind);
    }
  } catch (error) {
    if (error instanceof Refused && meansStranger.has(error.code)) return joinCard(asker.help);
    throw error;
  }
}

const meansStranger: ReadonlySet<string> = new Set(["not-signed-in", "not-a-member", "not-allowed"]);

interface Scope extends About {
  /** One question per kern; `undefined` asks for the whole municipality. */
  kernen: (string | undefined)[];
}

/** What an answer is about: the kern of the team, else the kernen of the person. Null for somebody who takes part in none. */
async function scopeOf(bot: Bot, { here, alone, actor, municipality }: Asker): Promise<Scope | null> {
  if (here) return { kern: here.kern, name: here.name, kernen: [here.kern] };
  if (!alone) return { kern: null, name: municipality.name, kernen: [undefined] };
  const kernen = kernenOf(actor);
  if (kernen === null) return { kern: null, name: municipality.name, kernen: [undefined] };
  const [only, ...others] = kernen;
  if (only === undefined) return null;
  if (others.length > 0) return { kern: null, name: municipality.name, kernen: kernen.slice(0, mostKernen) };
  return { kern: only, name: await nameOf(bot, municipality.municipality, only), kernen: [only] };
}

async function nameOf(bot: Bot, municipality: string, kern: string): Promise<string> {
  return (await bot.inMunicipality(municipality, (tx) => bot.knows.kernOf(tx, kern)))?.name ?? kern;
}

async function proposals(bot: Bot, asker: Asker): Promise<Card> {
  const scope = await scopeOf(bot, asker);
  if (!scope) return joinCard(asker.help);
  const ask = async (sort: "newest" | "most-supported") => {
    const views = await Promise.all(
      scope.kernen.map((kern) => bot.perform(bot.actions.listProposals, asker.actor, { kern, sort, limit: 8 })),
    );
    return views.flatMap((view) => view.proposals);
  };
  const [newest, supported] = await Promise.all([ask("newest"), ask("most-supported")]);
  const shown = newest.toSorted((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? "")).slice(0, 5);
  const ids = new Set(shown.map(({ proposal }) => proposal));
  const mostSupported = supported
    .filter(({ proposal, supportCount }) => supportCount > 0 && !ids.has(proposal))
    .toSorted((a, b) => b.supportCount - a.supportCount);
  return proposalsCard({ newest: shown, mostSupported }, { language: asker.language, links: asker.links, about: scope });
}

async function polls(bot: Bot, asker: Asker): Promise<Card> {
  const scope = await scopeOf(bot, asker);
  if (!scope) return joinCard(asker.help);
  const views = await Promise.all(
    scope.kernen.map((kern) => bot.perform(bot.actions.listPolls, asker.actor, { kern, state: "open" })),
  );
  const open = views.flatMap((view) => view.polls);
  return pollsCard(
    open.map(({ poll, question, kernName, closesAt, hasVoted }) => ({
      poll,
      question,
      kernName,
      closesAt: new Date(closesAt),
      hasVoted: asker.alone && hasVoted,
    })),
    { language: asker.language, links: asker.links, about: scope },
  );
}

async function newProposal(bot: Bot, asker: Asker): Promise<Card> {
  const { here, alone, actor, help, municipality, language, links } = asker;
  if (here) return newProposalCard([here], { language, links });
  const kernen = alone ? kernenOf(actor) : null;
  if (kernen?.length === 0 || !asker.known) return joinCard(help);
  if (kernen === null) return helpCard("help", help);
  const named = await Promise.all(
    kernen.slice(0, mostKernen).map(async (kern) => ({ kern, name: await nameOf(bot, municipality.municipality, kern) })),
  );
  return newProposalCard(named, { language, links });
}

async function guide(bot: Bot, asker: Asker, opening: "greeting" | "help" | "unknown"): Promise<Card> {
  const { help, alone, known, municipality } = asker;
  if (alone && !known) return joinCard(help);
  const name = help.kern !== null && !asker.here ? await nameOf(bot, municipality.municipality, help.kern) : help.name;
  return helpCard(opening, { ...help, name });
}
