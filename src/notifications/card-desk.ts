/**
 * The desk from which cards leave for the square. A card leaves once: the attempt is recorded before it is made, and an attempt whose
 * outcome nobody knows is not repeated (what it tells is in the tab and the mails anyway; the same card twice would look like two
 * proposals). Afterwards it is brought up to date at most once in ten seconds.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { fingerprint } from "../shared/ids.ts";
import { after, minutes } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import { type CardObject, claimCard, findPosted, messageKey, type PostedObject, savePosted } from "./cards-store.ts";
import type { Announced, CardOnSquare, Updated } from "./square.ts";
import { recordMessage, releaseMessage } from "./store.ts";

export interface CardDeskOptions {
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  log: { warn(details: object, message: string): void };
  clock(): Date;
  wait?(ms: number): Promise<unknown>;
}

/** Posting takes at most a minute or two, the wait for a turn in a busy channel included; then the job that claimed it is dead. */
const claimLapsesMs = minutes(15);

/** What changes about one card in these milliseconds becomes one update. */
const updateEveryMs = 10_000;

/** The end of the window of ten seconds in which `now` lies. */
export function nextUpdateAt(now: Date): Date {
  return new Date((Math.floor(now.getTime() / updateEveryMs) + 1) * updateEveryMs);
}

export type CardDesk = ReturnType<typeof makeCardDesk>;

export function makeCardDesk({ inMunicipality, log, clock, wait = sleep }: CardDeskOptions) {
  /** `shown`: all that the card shows, to see later whether that changed. Throws when it must be tried again. */
  async function post(
    municipality: string,
    { object, kern }: { object: CardObject; kern: string },
    shown: unknown,
    announce: () => Promise<Announced>,
  ): Promise<void> {
    const now = clock();
    const lapsedBefore = after(now, -claimLapsesMs);
    const claim = await inMunicipality(municipality, (tx) => claimCard(tx, municipality, { object, kern }, now, lapsedBefore));
    if (claim === "done") return;
    if (claim === "busy") throw new Error(`The card of ${object} is being posted by another job.`);
    if (claim === "unknown") return failed(municipality, object, "an earlier attempt was cut off; the card may be there");
    const release = () => inMunicipality(municipality, (tx) => releaseMessage(tx, messageKey(object)));
    const announced = await announce().catch(async (error: unknown): Promise<never> => {
      await release();
      throw error;
    });
    if ("card" in announced) {
      const card = { ...announced.card, shows: showing(shown) };
      return inMunicipality(municipality, async (tx) => {
        await recordMessage(tx, messageKey(object), "sent", null, clock());
        await savePosted(tx, municipality, object, card, clock());
      });
    }
    if (announced.again && !announced.unknown) {
      await release();
      throw new Error(`The card of ${object} must be tried again: ${announced.failed}`);
    }
    return failed(municipality, object, announced.failed);
  }

  async function failed(municipality: string, object: CardObject, reason: string): Promise<void> {
    log.warn({ municipality, object, reason }, "a card was not posted");
    await inMunicipality(municipality, (tx) => recordMessage(tx, messageKey(object), "failed", reason, clock()));
  }

  /** `read` is asked after the wait for the card's turn: what is sent is the state of that moment. */
  async function update<Shown>(
    municipality: string,
    object: CardObject,
    read: (tx: Tx) => Promise<Shown | undefined>,
    change: (card: CardOnSquare, shown: Shown) => Promise<Updated>,
  ): Promise<void> {
    const known = await inMunicipality(municipality, (tx) => findPosted(tx, municipality, object));
    if (!known) return;
    const early = known.updatedAt.getTime() + updateEveryMs - clock().getTime();
    const shown = await inMunicipality(municipality, read);
    if (shown === undefined || known.shows === showing(shown)) return;
    if (early > 0) {
      await wait(early);
      return update(municipality, object, read, change);
    }
    const updated = await change(known, shown);
    if ("done" in updated) {
      const card: PostedObject = { ...known, shows: showing(shown) };
      return inMunicipality(municipality, (tx) => savePosted(tx, municipality, object, card, clock()));
    }
    if (updated.again) throw new Error(`The update of ${object} must be tried again: ${updated.failed}`);
    log.warn({ municipality, object, reason: updated.failed }, "a card could not be brought up to date");
  }

  return { post, update };
}

function showing(shown: unknown): string {
  return fingerprint(JSON.stringify(shown));
}
