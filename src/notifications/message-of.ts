/** A message as an officer reads of it: what it was about, and who was reached. */
import { meetingTitle } from "../meetings/index.ts";
import { joinRequestForMail, personContact, type Reachable } from "../members/index.ts";
import { proposalForMail } from "../proposals/index.ts";
import type { Tx } from "../shared/work.ts";
import { pollForMail } from "../voting/index.ts";
import type { MessageKind, MessageView } from "./contract.ts";
import { countReach, type MessageReach, reachOf, type SentRow } from "./reach-rules.ts";
import { findSent } from "./reach-store.ts";

/** One word for addresses. */
export const messageIdOf = (about: string): string => about.replaceAll(" ", "~");
export const aboutOfId = (message: string): string => message.replaceAll("~", " ");

/** Undefined when nothing was sent about it in this kern. */
export async function messageOf(
  tx: Tx,
  about: string,
  kern: { kern: string; name: string },
  members: readonly Reachable[],
): Promise<{ message: MessageView; reach: MessageReach } | undefined> {
  const rows = await findSent(tx, kern.kern, about);
  if (rows.length === 0) return undefined;
  const [kind, id = "", day = ""] = about.split(" ") as [MessageKind, string, string];
  const reach = reachOf(kind, rows, [...members, ...(await others(tx, rows, members))]);
  const message: MessageView = {
    message: messageIdOf(about),
    kind,
    kern: kern.kern,
    kernName: kern.name,
    title: kind === "week-overview" ? day : ((await titleOf(tx, kind, id)) ?? ""),
    at: reach.at.toISOString(),
    ...countReach(reach),
  };
  return { message, reach };
}

/** Nothing that stands in the kern's channel was meant for her. */
const elsewhere = { since: new Date(8.64e15), leftAt: null, seenInTeamAt: null, webOnly: false };

/** Whom it was sent to without her taking part in the kern: officers, and who moved away. */
async function others(tx: Tx, rows: readonly SentRow[], members: readonly Reachable[]): Promise<Reachable[]> {
  const known = new Set(members.map(({ person }) => person));
  const found: Reachable[] = [];
  for (const person of new Set(rows.flatMap((row) => row.person ?? []))) {
    if (known.has(person)) continue;
    const name = (await personContact(tx, person))?.name;
    if (name === undefined) continue;
    found.push({ person, name, ...elsewhere });
  }
  return found;
}

const aboutProposals: ReadonlySet<MessageKind> = new Set([
  "proposal-published",
  "proposal-returned",
  "proposal-refused",
  "proposal-taken",
  "proposal-answered",
  "proposal-corrected",
  "proposal-finished",
  "proposal-waits",
  "answer-waits",
]);

const aboutMeetings: ReadonlySet<MessageKind> = new Set([
  "meeting-planned",
  "meeting-changed",
  "meeting-cancelled",
  "meeting-day-near",
  "place-freed",
  "minutes-written",
]);

async function titleOf(tx: Tx, kind: MessageKind, id: string): Promise<string | undefined> {
  if (kind === "join-request-waits") return (await joinRequestForMail(tx, id))?.name;
  if (aboutMeetings.has(kind)) return meetingTitle(tx, id);
  if (aboutProposals.has(kind)) return (await proposalForMail(tx, id))?.title;
  return (await pollForMail(tx, id))?.question;
}
