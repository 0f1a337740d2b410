/** Every button there is, by its verb: see vocabulary.ts. */
import { type RefusalCode, Refused } from "../../shared/refused.ts";
import { sentence } from "../../shared/sentences.ts";
import type { Asker } from "./asker.ts";
import { joinCard, noticeCard } from "./cards/help-cards.ts";
import { words } from "./cards/words.ts";
import type { Deed, Press } from "./deed.ts";
import { answerMeeting, showMeetings } from "./deeds-meetings.ts";
import { openProposalForm, submitProposal, support } from "./deeds-proposals.ts";
import { showKern, showPolls, showProposals } from "./deeds-reading.ts";
import { openReportForm, sendReport } from "./deeds-reports.ts";
import { accept, giveBack, publish, showTask, showTasks, turnDown } from "./deeds-tasks.ts";
import type { Card } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { Means } from "./means.ts";
import type { Verb } from "./vocabulary.ts";

const deeds: Readonly<Record<Verb, Deed>> = {
  proposals: showProposals,
  polls: showPolls,
  meetings: showMeetings,
  "answer-meeting": answerMeeting,
  "my-kern": showKern,
  support,
  "new-proposal": openProposalForm,
  "submit-proposal": submitProposal,
  tasks: showTasks,
  task: showTask,
  publish,
  return: giveBack,
  accept,
  "turn-down": turnDown,
  report: openReportForm,
  "send-report": sendReport,
};

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(deeds, verb);
}

/** Who asks, where, and in which language; known before anything is done. */
export async function askerOf(
  { whereabouts, whoAsks }: Means,
  municipality: string,
  incoming: Incoming,
  receivedAt: Date,
): Promise<Asker> {
  const [home, here] = await Promise.all([
    whereabouts.municipality(municipality),
    whereabouts.kernHere(municipality, incoming, receivedAt),
  ]);
  return whoAsks(incoming, home, here);
}

/**
 * Does what a button says and gives the card for who pressed it: also when she may not, then it says why and what she can do. Null for
 * a verb or data that no card of ours carries. A stranger is told how to join, whatever she presses.
 */
export async function doDeed(
  means: Means,
  municipality: string,
  incoming: Incoming,
  { verb, data }: { verb: string; data: unknown },
  receivedAt: Date,
): Promise<Card | null> {
  if (!isVerb(verb)) return null;
  const asker = await askerOf(means, municipality, incoming, receivedAt);
  const press: Press = { means, asker, data, receivedAt };
  try {
    return asker.known ? await deeds[verb](press) : joinCard(asker.help);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refusalCard(error, asker, data);
  }
}

/** Why it was refused, and what she can do. `data`: what the button carried. */
export function refusalCard({ code, details }: Refused, asker: Asker, data: unknown): Card {
  const { language, help, municipality } = asker;
  if (code === "not-signed-in") return joinCard(help);
  return noticeCard(sentence(code, language, { phone: municipality.phone, ...details }), language, wayOn(code, asker, data));
}

function wayOn(code: RefusalCode, { language, links, help }: Asker, data: unknown): { title: string; url: string } | undefined {
  if (code === "not-a-member") return { title: words[language].join, url: links.join(help.kern) };
  const proposal = typeof data === "object" && data !== null && "proposal" in data ? data.proposal : null;
  if (code !== "own-proposal" || typeof proposal !== "string") return undefined;
  return { title: words[language].readProposal, url: links.proposal(proposal) };
}
