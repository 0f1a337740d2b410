/**
 * One letter to one person, or the same letter to many, each at most once: in her chat with the bot where the letter may be told there
 * and she has one, else by mail.
 */

import type { Tx } from "../shared/work.ts";
import type { ChatDesk } from "./chat-first.ts";
import type { Letter } from "./letter.ts";
import type { MailKind } from "./mail-setting-contract.ts";
import { findWhoStopped } from "./mail-setting-store.ts";
import { type Addressee, composeMail, type Setting, settingOf, stopsOf } from "./mailing.ts";
import { type Noted, sendOnce } from "./send-once.ts";
import { findDone, recordUnwanted } from "./store.ts";
import { toldInChat } from "./tell-news.ts";

/** A mail that always comes. `kern: null`: it belongs to the municipality as a whole. */
export interface Prepared {
  /** With `person` the officer sees whether it reached her. */
  to: Addressee & { person?: string };
  kern: string | null;
  letter: Letter;
  noted?: Noted;
}

/** `prepare` reads what the mail needs, and gives nothing when it has lost its meaning meanwhile. */
export async function mailOnce(
  desk: ChatDesk,
  municipality: string,
  key: string,
  prepare: (tx: Tx) => Promise<Prepared | undefined>,
): Promise<void> {
  const mail = await desk.inMunicipality(municipality, async (tx) => {
    const prepared = await prepare(tx);
    if (!prepared) return undefined;
    return { ...prepared, setting: await settingOf(tx, prepared.kern) };
  });
  if (!mail) return;
  const { to, letter, kern, noted, setting } = mail;
  const of = to.person === undefined ? undefined : { about: key, kern, person: to.person };
  if (of && (await toldInChat(desk, municipality, { ...of, place: setting.place, language: to.language, letter }))) return;
  await sendOnce(desk, municipality, `mail ${key}`, composeMail(to, letter, setting), { noted, of });
}

export interface Round {
  /** Null: the municipality as a whole. */
  kern: string | null;
  /** The kind by which people stop it; null: it always comes. */
  mail: MailKind | null;
  /** Person ids of those to whom it always comes, whatever its kind. */
  always?: readonly string[];
  people: readonly (Addressee & { person: string })[];
  letterFor(to: Addressee & { person: string }, setting: Setting): Letter;
}

/** How many mails are on their way at once, and after how many that failed in a row the round is given up until the next attempt. */
const width = 5;
const mostFailuresInARow = 10;

/**
 * The same letter to everybody of a round who wants it; the one place where that is asked. One mailbox that must wait does not keep the
 * others waiting: the round goes on and throws at its end, and the next attempt goes to who is left.
 */
export async function mailEach(
  desk: ChatDesk,
  municipality: string,
  key: string,
  prepare: (tx: Tx) => Promise<Round | undefined>,
): Promise<void> {
  const keyOf = (person: string) => `mail ${key} ${person}`;
  const round = await desk.inMunicipality(municipality, async (tx) => {
    const found = await prepare(tx);
    if (!found) return undefined;
    const done = await findDone(
      tx,
      found.people.map(({ person }) => keyOf(person)),
    );
    const left = found.people.filter(({ person }) => !done.has(keyOf(person)));
    const kindFor = (person: string) => (found.always?.includes(person) ? null : found.mail);
    const asked = left.map(({ person }) => person).filter((person) => kindFor(person) !== null);
    const stopped = found.mail === null ? new Set<string>() : await findWhoStopped(tx, found.mail, asked);
    const unwanted = [...stopped].map((person) => ({ key: keyOf(person), person }));
    await recordUnwanted(tx, unwanted, { about: key, kern: found.kern }, desk.clock());
    return {
      ...found,
      left: left.filter(({ person }) => !stopped.has(person)),
      kindFor,
      setting: await settingOf(tx, found.kern),
    };
  });
  if (!round) return;

  const failures: unknown[] = [];
  let inARow = 0;
  const queue = round.left.values();
  const worker = async () => {
    for (const to of queue) {
      if (inARow >= mostFailuresInARow) return;
      try {
        const of = { about: key, kern: round.kern, person: to.person };
        const { setting, kindFor } = round;
        const letter = round.letterFor(to, setting);
        const onItsWay = { ...of, place: setting.place, language: to.language, letter };
        if (await toldInChat(desk, municipality, onItsWay)) continue;
        const kind = kindFor(to.person);
        const stops = kind && stopsOf(desk, municipality, to.person, kind);
        await sendOnce(desk, municipality, keyOf(to.person), composeMail(to, letter, setting, stops), { of });
        inARow = 0;
      } catch (error) {
        inARow++;
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} of ${round.left.length} mails of "${key}" must be tried again`);
  }
}
