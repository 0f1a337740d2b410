/** Residents in a chat of their own with the bot, where they have one: told first there, and by mail when that fails. */
import { personAccount } from "../members/index.ts";
import type { Language, Tx } from "../shared/work.ts";
import type { News } from "./chat.ts";
import { type ChatDesk, deliveryOf } from "./chat-first.ts";
import { findQuietHours } from "./chat-store.ts";
import type { Letter } from "./letter.ts";
import { isQuiet } from "./quiet-hours.ts";
import { deliverOnce } from "./send-once.ts";
import { isSent } from "./store.ts";

/** A letter on its way to one person. */
export interface OnItsWay {
  /** What it is about, as *Bereik* names it. */
  about: string;
  kern: string | null;
  /** Name of the kern, or of the municipality. */
  place: string;
  person: string;
  language: Language;
  letter: Letter;
}

/**
 * Tells what of this letter may be told in a chat. True when she was surely told, and nothing more is needed; false when a mail must go:
 * she has no chat with the bot, is left in peace at this hour (a mail does not ring), Teams did not surely take it, or the letter must
 * reach her in writing. That is so for what the municipality decides about her own proposal: its reasons are not for Teams, and a chat
 * is gone with her guest account (Algemene wet bestuursrecht 2:14: to the address she gave for it).
 */
export async function toldInChat(
  desk: ChatDesk,
  municipality: string,
  { about, kern, place, person, language, letter }: OnItsWay,
): Promise<boolean> {
  const { inChat } = letter;
  if (!inChat) return false;
  const key = `chat ${about} ${person}`;
  const { told, oid } = await desk.inMunicipality(municipality, async (tx) => ({
    told: await isSent(tx, key),
    oid: await chatOf(desk, tx, municipality, person),
  }));
  if (told || oid === null) return told && !inChat.alsoByMail;
  const news: News = { kernName: place, heading: letter.heading, ...inChat, button: letter.button };
  const message = { key, channel: "chat" as const, about, kern, person };
  // Whatever goes wrong on the way to Teams (no token from Entra, say) is a reason for the mail, not for waiting.
  const tell = () =>
    desk.chat
      .tellNews({ municipality, oid, language }, news)
      .catch((error: unknown) => ({ failed: String(error), again: true, unknown: true }));
  const state = await deliverOnce(desk, municipality, message, async () => deliveryOf(await tell()));
  return state === "sent" && !inChat.alsoByMail;
}

/** Her object id when the bot can speak to her now; else null. */
async function chatOf({ chat, clock }: ChatDesk, tx: Tx, municipality: string, person: string): Promise<string | null> {
  const oid = (await personAccount(tx, person))?.entraOid ?? null;
  if (oid === null || isQuiet(await findQuietHours(tx, person), clock())) return null;
  return (await chat.reaches(tx, municipality, oid)) ? oid : null;
}
