/** One letter to one person, or the same letter to many, each at most once. */
import type { Tx } from "../shared/work.ts";
import type { Letter } from "./letter.ts";
import { type Addressee, composeMail, type Setting, settingOf } from "./mailing.ts";
import { type Desk, type Noted, sendOnce } from "./send-once.ts";
import { findDone } from "./store.ts";

/** `kern: null`: the mail belongs to the municipality as a whole. */
export interface Prepared {
  /** With `person` the officer sees whether it reached her. */
  to: Addressee & { person?: string };
  kern: string | null;
  letter: Letter;
  noted?: Noted;
}

/** `prepare` reads what the mail needs, and gives nothing when it has lost its meaning meanwhile. */
export async function mailOnce(
  desk: Desk,
  municipality: string,
  key: string,
  prepare: (tx: Tx) => Promise<Prepared | undefined>,
): Promise<void> {
  const mail = await desk.inMunicipality(municipality, async (tx) => {
    const prepared = await prepare(tx);
    if (!prepared) return undefined;
    const { to, letter, kern, noted } = prepared;
    const of = to.person === undefined ? undefined : { about: key, kern, person: to.person };
    return { composed: composeMail(to, letter, await settingOf(tx, kern)), how: { noted, of } };
  });
  if (mail) await sendOnce(desk, municipality, `mail ${key}`, mail.composed, mail.how);
}

export interface Round {
  /** Null: the municipality as a whole. */
  kern: string | null;
  people: readonly (Addressee & { person: string })[];
  letterFor(to: Addressee & { person: string }, setting: Setting): Letter;
}

/** How many mails are on their way at once, and after how many that failed in a row the round is given up until the next attempt. */
const width = 5;
const mostFailuresInARow = 10;

/**
 * The same letter to everybody of a round. One mailbox that must wait does not keep the others waiting: the round goes on and throws
 * at its end, and the next attempt goes to who is left.
 */
export async function mailEach(
  desk: Desk,
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
    return { ...found, left, setting: await settingOf(tx, found.kern) };
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
        await sendOnce(desk, municipality, keyOf(to.person), composeMail(to, round.letterFor(to, round.setting), round.setting), {
          of,
        });
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
