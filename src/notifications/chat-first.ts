/** A task told to an officer in her chat with the bot, where she has it; whoever is left over gets a mail. */
import { officersOf } from "../members/index.ts";
import type { DeskItem } from "../moderation/contract.ts";
import { deskItems } from "../moderation/index.ts";
import type { Fact, Tx } from "../shared/work.ts";
import type { Chat, Told } from "./chat.ts";
import { findQuietHours } from "./chat-store.ts";
import type { NotificationsFact } from "./contract.ts";
import type { Delivery } from "./post-office.ts";
import { isQuiet, nextMorning } from "./quiet-hours.ts";
import { type Desk, deliverOnce } from "./send-once.ts";
import { holdMessage } from "./store.ts";

export interface ChatDesk extends Desk {
  chat: Chat;
  queueReactions(tx: Tx, municipality: string, facts: readonly Fact[]): Promise<void>;
}

export interface Task {
  municipality: string;
  kern: string;
  /** "join-request-waits <id>" */
  about: string;
  /** Which of the desk's items it is. */
  is(item: DeskItem): boolean;
  /** Whether a mail goes to who is not told; else what may succeed later is tried again. */
  mailFollows: boolean;
}

/**
 * Tells every officer of the kern who has the bot in a chat; in her quiet hours it waits for her morning overview, which is set for
 * whoever is told here. Gives who needs no mail. Throws when no mail follows and Teams may take it later.
 */
export async function tellInChat(desk: ChatDesk, { municipality, kern, about, is, mailFollows }: Task): Promise<Set<string>> {
  const { chat, inMunicipality, clock } = desk;
  const { item, officers } = await inMunicipality(municipality, async (tx) => {
    const found = [];
    for (const officer of await officersOf(tx, kern)) {
      if (officer.oid === null || !(await chat.reaches(tx, municipality, officer.oid))) continue;
      const quiet = await findQuietHours(tx, officer.person);
      const morning = {
        fact: "officer-morning",
        person: officer.person,
        at: nextMorning(quiet, clock()).toISOString(),
      } satisfies NotificationsFact;
      await desk.queueReactions(tx, municipality, [morning]);
      found.push({ ...officer, oid: officer.oid, quiet: isQuiet(quiet, clock()) });
    }
    return { item: (await deskItems(tx, [kern], clock())).find(is), officers: found };
  });
  const told = new Set<string>();
  if (!item) return told;
  for (const { person, oid, language, quiet } of officers) {
    const message = { key: `chat ${about} ${person}`, channel: "chat" as const, about, kern, person };
    if (quiet) {
      await inMunicipality(municipality, (tx) => holdMessage(tx, message, clock()));
      told.add(person);
      continue;
    }
    const state = await deliverOnce(desk, municipality, message, async () => {
      const answer = await chat.tellTask({ municipality, oid, language }, item);
      if (!mailFollows && "failed" in answer && answer.again && !answer.unknown) {
        throw new Error(`The chat must be tried again: ${answer.failed}`);
      }
      return deliveryOf(answer);
    });
    if (state === "sent") told.add(person);
  }
  return told;
}

/** Whatever is not surely told counts as refused: then a mail goes as well, and nothing is called told that may not be. */
export function deliveryOf(told: Told): Delivery {
  return "told" in told ? { delivered: true } : { refused: told.failed };
}
