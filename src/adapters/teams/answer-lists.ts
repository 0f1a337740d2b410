/** What there is to read: proposals, polls, the week of a kern. The same for who types and for who presses. */

import type { ProposalSummary } from "../../proposals/contract.ts";
import { days } from "../../shared/time.ts";
import type { PollSummary } from "../../voting/contract.ts";
import type { Asker } from "./asker.ts";
import { joinCard } from "./cards/help-cards.ts";
import { weekCard, whichKernCard } from "./cards/kern-card.ts";
import { pollsCard, proposalsCard } from "./cards/list-cards.ts";
import type { Card } from "./engine.ts";
import { outcomeOf } from "./for-card.ts";
import type { Means } from "./means.ts";
import { kernenToChoose, type Scope, scopeOf } from "./scope.ts";

const mostAsked = 8;
const mostNewest = 5;

/** `sought`: words to look for; empty for the newest and the most supported. */
export async function proposalsAnswer(means: Means, asker: Asker, sought = ""): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope) return joinCard(asker.help);
  const { bot } = means;
  const options = { language: asker.language, links: asker.links, about: scope, sought };
  if (sought !== "")
    return proposalsCard({ newest: await newestOf(means, asker, scope, sought, mostNewest), mostSupported: [] }, options);
  const ask = async (kern: string | undefined) => {
    const list = (sort: "newest" | "most-supported") =>
      bot.perform(bot.actions.listProposals, asker.actor, { kern, sort, limit: mostAsked });
    const newest = await list("newest");
    // All there is stands on the first page already: no need to ask in another order.
    const supported = newest.next === null ? newest : await list("most-supported");
    return { newest: newest.proposals, supported: supported.proposals };
  };
  const answers = await Promise.all(scope.kernen.map(ask));
  const newest = newestFirst(answers.flatMap((answer) => answer.newest)).slice(0, mostNewest);
  const shown = new Set(newest.map(({ proposal }) => proposal));
  const mostSupported = answers
    .flatMap((answer) => answer.supported)
    .filter(({ proposal, supportCount }) => supportCount > 0 && !shown.has(proposal))
    .toSorted((a, b) => b.supportCount - a.supportCount);
  return proposalsCard({ newest, mostSupported }, options);
}

/** Published proposals within the scope, newest first; with words only those that hold them. At most `limit`, itself at most 100. */
export async function newestOf(
  { bot }: Means,
  asker: Asker,
  { kernen }: Scope,
  words: string,
  limit: number,
): Promise<ProposalSummary[]> {
  const views = await Promise.all(
    kernen.map((kern) => bot.perform(bot.actions.listProposals, asker.actor, { kern, q: words, sort: "newest", limit })),
  );
  return newestFirst(views.flatMap(({ proposals }) => proposals)).slice(0, limit);
}

function newestFirst(proposals: readonly ProposalSummary[]): ProposalSummary[] {
  return proposals.toSorted((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""));
}

export async function pollsAnswer(means: Means, asker: Asker, sought = ""): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope) return joinCard(asker.help);
  const open = (await pollsOf(means, asker, scope, sought)).filter(({ state }) => state === "open");
  return pollsCard(
    open.map(({ poll, question, kernName, closesAt, hasVoted, level }) => ({
      poll,
      question,
      kernName,
      closesAt: new Date(closesAt),
      // Of level 2 nobody knows who has voted.
      hasVoted: asker.discreet && hasVoted && level < 2,
    })),
    { language: asker.language, links: asker.links, about: scope, sought },
  );
}

/** Polls within the scope that are or were open, open ones first; with words only those whose question holds them all. */
export async function pollsOf({ bot }: Means, asker: Asker, { kernen }: Scope, words: string): Promise<PollSummary[]> {
  const views = await Promise.all(kernen.map((kern) => bot.perform(bot.actions.listPolls, asker.actor, { kern })));
  return views
    .flatMap(({ polls }) => polls)
    .filter(({ state, question }) => state !== "planned" && holdsWords(question, words))
    .toSorted((a, b) => Number(b.state === "open") - Number(a.state === "open") || b.closesAt.localeCompare(a.closesAt));
}

const small: ReadonlySet<string> = new Set(["de", "het", "een", "the", "a"]);

function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a title holds every word, accents and small words aside; also while the last one is being typed. */
export function holdsWords(title: string, words: string): boolean {
  const wanted = bare(words).split(/\s+/);
  return wanted.every((word) => small.has(word) || bare(title).includes(word));
}

/** The week of the kern that is asked for, of the conversation, or of the only one she takes part in; else she chooses. */
export async function weekAnswer(means: Means, asker: Asker, asked: string | null, now: Date): Promise<Card> {
  const { language, links, here, actor } = asker;
  const kernen = await kernenToChoose(means, asker);
  const kern = asked ?? here?.kern ?? (kernen?.length === 1 ? kernen[0]?.kern : undefined);
  if (kern === undefined) return kernen?.length ? whichKernCard(kernen, { language, links }) : joinCard(asker.help);
  const { bot } = means;
  const view = await bot.perform(bot.actions.viewKern, actor, { kern });
  const list = (more: { treatment?: "answered" }) =>
    bot.perform(bot.actions.listProposals, actor, { kern, sort: "newest", limit: mostAsked, ...more });
  const [{ proposals }, { proposals: answered }, { polls }, { meetings }] = await Promise.all([
    list({}),
    list({ treatment: "answered" }),
    bot.perform(bot.actions.listPolls, actor, { kern }),
    bot.perform(bot.actions.listMeetings, actor, { kern }),
  ]);
  const since = new Date(now.getTime() - days(7)).toISOString();
  const until = new Date(now.getTime() + days(7)).toISOString();
  const fresh = proposals.filter(({ publishedAt }) => (publishedAt ?? "") >= since);
  return weekCard(
    {
      kern,
      kernName: view.name,
      proposals: fresh,
      more: fresh.length === mostAsked,
      answers: answered.flatMap(({ proposal, title, outcome, changedAt }) =>
        outcome && changedAt >= since ? [{ proposal, title, outcome }] : [],
      ),
      opening: polls
        .filter(({ state, opensAt }) => state === "planned" && opensAt < until)
        .map(({ poll, question, opensAt }) => ({ poll, question, opensAt: new Date(opensAt) })),
      open: polls
        .filter(({ state }) => state === "open")
        .map(({ poll, question, closesAt }) => ({ poll, question, closesAt: new Date(closesAt) })),
      closed: polls.flatMap(({ poll, question, tally }) =>
        tally && tally.countedAt >= since ? [{ poll, question, outcome: outcomeOf(bot, tally) }] : [],
      ),
      meetings: meetings
        .filter(({ state, startsAt }) => state === "planned" && startsAt < until)
        .map(({ meeting, title, startsAt, hall }) => ({ meeting, title, startsAt: new Date(startsAt), hall })),
      contact: view.contact,
    },
    { language, links },
  );
}
