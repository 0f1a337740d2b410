/** What the bot answers to a text. Never silent: what it does not understand is answered with what it can do. */
import type { BegunText } from "../../shared/links.ts";
import { Refused } from "../../shared/refused.ts";
import { holdsWords, newestOf, pollsAnswer, proposalsAnswer, weekAnswer } from "./answer-lists.ts";
import { meetingsAnswer, toAttend } from "./answer-meetings.ts";
import { type Asker, kernenOf } from "./asker.ts";
import { helpCard, joinCard, noticeCard } from "./cards/help-cards.ts";
import { press } from "./cards/kit.ts";
import { newProposalCard } from "./cards/list-cards.ts";
import { proposalCard } from "./cards/proposal-card.ts";
import { tasksAloneCard } from "./cards/task-cards.ts";
import { doorWords } from "./cards/words-doors.ts";
import { type Command, type CommandKind, readCommand } from "./commands.ts";
import { showTasks } from "./deeds-tasks.ts";
import type { Card } from "./engine.ts";
import { proposalForCard } from "./for-card.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";
import { kernenToChoose, scopeOf } from "./scope.ts";

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
    return await answer(means, asker, command, now);
  } catch (error) {
    if (error instanceof Refused && meansStranger.has(error.code)) return joinCard(asker.help);
    throw error;
  }
}

const sameForEverybody: ReadonlySet<CommandKind> = new Set(["greeting", "help", "unknown"]);
const meansStranger: ReadonlySet<string> = new Set(["not-signed-in", "not-a-member", "not-allowed"]);

async function answer(means: Means, asker: Asker, { kind, subject }: Command, now: Date): Promise<Card> {
  switch (kind) {
    case "proposals":
      return proposalsAnswer(means, asker, subject);
    case "polls":
      return pollsAnswer(means, asker, subject);
    case "meetings":
      return meetingsAnswer(means, asker, now, subject);
    case "attend":
      return toAttend(means, asker, subject, now);
    case "support":
      return toSupport(means, asker, subject);
    case "new-proposal":
      return newProposal(means, asker, begunWith(subject));
    case "my-kern":
      return asker.known ? weekAnswer(means, asker, null, now) : joinCard(asker.help);
    case "tasks":
      return tasks(means, asker, now);
    case "report":
      return toReport(asker, subject);
    default:
      return guide(means, asker, kind, subject);
  }
}

const longestTitle = 100;

/** A few words are a title, more is the text itself. */
function begunWith(subject: string): BegunText {
  const short = subject.length <= longestTitle && !subject.includes("\n");
  return short ? { title: subject.replace(/^\p{Ll}/u, (sign) => sign.toUpperCase()), body: "" } : { title: "", body: subject };
}

const mostLookedAt = 20;

/** Support is given with the button, never by what somebody typed: the card shows first what it goes to. */
async function toSupport(means: Means, asker: Asker, subject: string): Promise<Card> {
  const scope = await scopeOf(means, asker);
  if (!scope || !asker.known) return joinCard(asker.help);
  const found = subject === "" ? [] : await newestOf(means, asker, scope, subject, mostLookedAt);
  const named = found.filter(({ title }) => holdsWords(title, subject));
  const [only, ...others] = named.length > 0 ? named : found;
  if (!only || others.length > 0) return proposalsAnswer(means, asker, subject);
  const { language, links, actor } = asker;
  return proposalCard(proposalForCard(means.bot, actor.municipality, only), { language, links });
}

async function newProposal(means: Means, asker: Asker, begun: BegunText): Promise<Card> {
  const { here, alone, actor, help, language, links } = asker;
  if (here) return newProposalCard([here], { language, links, begun });
  if (!asker.known || !alone) return asker.known ? helpCard("help", help) : joinCard(help);
  if (kernenOf(actor)?.length === 0) return joinCard(help);
  const kernen = await kernenToChoose(means, asker);
  return kernen ? newProposalCard(kernen, { language, links, begun }) : helpCard("help", help);
}

async function tasks(means: Means, asker: Asker, now: Date): Promise<Card> {
  const { language, links, help } = asker;
  if (!asker.discreet) return tasksAloneCard({ language, links });
  return (await showTasks({ means, asker, data: {}, receivedAt: now })) ?? joinCard(help);
}

/** The form comes after a press, so that only who reports sees it. */
function toReport({ language, links, known, help }: Asker, text: string): Card {
  if (!known) return joinCard(help);
  const own = doorWords[language];
  const notice = noticeCard(own.reportPrivacy, language);
  return { ...notice, actions: [press(own.reportTitle, "report", { text: text.slice(0, 1000) }, links.home())] };
}

async function guide(
  { whereabouts }: Means,
  asker: Asker,
  opening: "greeting" | "help" | "unknown",
  subject: string,
): Promise<Card> {
  const { help, alone, known, municipality } = asker;
  if (alone && !known) return joinCard(help);
  const name = help.kern !== null && !asker.here ? await whereabouts.nameOf(municipality.municipality, help.kern) : help.name;
  return helpCard(opening, { ...help, name, ...(opening === "unknown" ? { begun: begunWith(subject) } : {}) });
}
