/** What the bot answers to a text. Never silent: what it does not understand is answered with what it can do. */
import { Refused } from "../../shared/refused.ts";
import { type Asker, kernenOf } from "./asker.ts";
import { helpCard, joinCard } from "./cards/help-cards.ts";
import { type About, newProposalCard, pollsCard, proposalsCard } from "./cards/list-cards.ts";
import { type CommandKind, readCommand } from "./commands.ts";
import type { Card } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";

/** Kernen asked one by one in a chat with somebody who takes part in several. */
const mostKernen = 6;
const mostAsked = 8;
const mostNewest = 5;

export async function answerText(
  means: Means,
  municipality: string,
  incoming: Incoming & { kind: "text" },
  now: Date,
): Promise<Card> {
  const { whereabouts, whoAsks } = means;
  const command = readCommand(incoming.text);
  const [home, here] = await Promise.all([
    whereabouts.municipality(municipality),
    whereabouts.kernHere(municipality, incoming, now),
  ]);
  const anonymous = incoming.where !== "personal" && sameForEverybody.has(command.kind);
  const asker = await whoAsks(incoming, home, here, { spoken: command.language, anonymous });
  try {
    switch (command.kind) {
      case "proposals":
        return await proposals(means, asker);
      case "polls":
        return await polls(means, asker);
      case "new-proposal":
        return await newProposal(means, asker);
      default:
        return await guide(means, asker, command.kind);
    }
  } catch (error) {
    if (error instanceof Refused && meansStranger.has(error.code)) return joinCard(asker.help);
    throw error;
  }
}

const sameForEverybody: ReadonlySet<CommandKind> = new Set(["greeting", "help", "unknown"]);
const meansStranger: ReadonlySet<string> = new Set(["not-signed-in", "not-a-member", "not-allowed"]);

interface Scope extends About {
  /** One question per kern; `undefined` asks for the whole municipality. */
  kernen: (string | undefined)[];
}

/** What an answer is about: the kern of the team, else the kernen of the person. Null for somebody who takes part in none. */
async function scopeOf({ whereabouts }: Means, { here, alone, actor, municipality }: Asker): Promise<Scope | null> {
  if (here) return { kern: here.kern, name: here.name, kernen: [here.kern] };
  if (!alone) return { kern: null, name: municipality.name, kernen: [undefined] };
  const kernen = kernenOf(actor);
  if (kernen === null) return { kern: null, name: municipality.name, kernen: [undefined] };
  const [only, ...others] = kernen;
  if (only === undefined) return null;
  if (others.length > 0) return { kern: null, name: municipality.name, kernen: kernen.slice(0, mostKernen) };
  return { kern: only, name: await whereabouts.nameOf(municipality.municipality, only), kernen: [only] };
}

async function proposals(means: Means, asker: Asker): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope) return joinCard(asker.help);
  const { bot } = means;
  const ask = async (kern: string | undefined) => {
    const list = (sort: "newest" | "most-supported") =>
      bot.perform(bot.actions.listProposals, asker.actor, { kern, sort, limit: mostAsked });
    const newest = await list("newest");
    // All there is stands on the first page already: no need to ask in another order.
    const supported = newest.next === null ? newest : await list("most-supported");
    return { newest: newest.proposals, supported: supported.proposals };
  };
  const answers = await Promise.all(scope.kernen.map(ask));
  const newest = answers
    .flatMap((answer) => answer.newest)
    .toSorted((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""))
    .slice(0, mostNewest);
  const shown = new Set(newest.map(({ proposal }) => proposal));
  const mostSupported = answers
    .flatMap((answer) => answer.supported)
    .filter(({ proposal, supportCount }) => supportCount > 0 && !shown.has(proposal))
    .toSorted((a, b) => b.supportCount - a.supportCount);
  return proposalsCard({ newest, mostSupported }, { language: asker.language, links: asker.links, about: scope });
}

async function polls(means: Means, asker: Asker): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope) return joinCard(asker.help);
  const { bot } = means;
  const views = await Promise.all(
    scope.kernen.map((kern) => bot.perform(bot.actions.listPolls, asker.actor, { kern, state: "open" })),
  );
  const open = views.flatMap((view) => view.polls);
  return pollsCard(
    open.map(({ poll, question, kernName, closesAt, hasVoted, level }) => ({
      poll,
      question,
      kernName,
      closesAt: new Date(closesAt),
      // Of level 2 nobody knows who has voted.
      hasVoted: asker.alone && hasVoted && level < 2,
    })),
    { language: asker.language, links: asker.links, about: scope },
  );
}

async function newProposal({ whereabouts }: Means, asker: Asker): Promise<Card> {
  const { here, alone, actor, help, municipality, language, links } = asker;
  if (here) return newProposalCard([here], { language, links });
  const kernen = alone ? kernenOf(actor) : null;
  if (kernen?.length === 0 || !asker.known) return joinCard(help);
  if (kernen === null) return helpCard("help", help);
  const named = await Promise.all(
    kernen.slice(0, mostKernen).map(async (kern) => ({ kern, name: await whereabouts.nameOf(municipality.municipality, kern) })),
  );
  return newProposalCard(named, { language, links });
}

async function guide({ whereabouts }: Means, asker: Asker, opening: "greeting" | "help" | "unknown"): Promise<Card> {
  const { help, alone, known, municipality } = asker;
  if (alone && !known) return joinCard(help);
  const name = help.kern !== null && !asker.here ? await whereabouts.nameOf(municipality.municipality, help.kern) : help.name;
  return helpCard(opening, { ...help, name });
}
