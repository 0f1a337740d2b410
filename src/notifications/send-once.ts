import { fingerprint } from "../shared/ids.ts";
import { after, minutes } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import type { Mail, PostOffice } from "./post-office.ts";
import { claimMessage, recordMessage, releaseMessage } from "./store.ts";

export interface Desk {
  postOffice: PostOffice;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** Where people reach this deployment: https://kernplein.example.nl */
  publicUrl: string;
  clock(): Date;
}

/** Told the outcome in the transaction that records it; `refused`: why the mail was not taken, null when it was. */
export type Noted = (tx: Tx, refused: string | null, at: Date) => Promise<void>;

/** A mail takes seconds; after this long the job that claimed it is taken for dead. */
const claimLapsesMs = minutes(2);

/**
 * Sends a mail at most once per `key`, also when its job runs twice or side by side. What the other side refuses for good is recorded
 * with its reason and never tried again. Throws when it may work later, so that the job is tried again. Only a crash between the
 * other side's yes and our record can send it twice; it then carries the same Message-ID.
 */
export async function sendOnce(
  desk: Desk,
  municipality: string,
  key: string,
  mail: Omit<Mail, "id">,
  noted?: Noted,
): Promise<void> {
  const { postOffice, inMunicipality, clock } = desk;
  const now = clock();
  const claim = await inMunicipality(municipality, (tx) => claimMessage(tx, key, now, after(now, -claimLapsesMs)));
  if (claim === "done") return;
  if (claim === "busy") throw new Error(`The message ${key} is being sent by another job.`);
  const delivery = await postOffice
    .send({ ...mail, id: fingerprint(`${municipality} ${key}`).slice(0, 32) })
    .catch(async (error: unknown): Promise<never> => {
      await inMunicipality(municipality, (tx) => releaseMessage(tx, key));
      throw error;
    });
  const refused = "refused" in delivery ? delivery.refused : null;
  await inMunicipality(municipality, async (tx) => {
    await recordMessage(tx, key, refused === null ? "sent" : "failed", refused, clock());
    await noted?.(tx, refused, clock());
  });
}
