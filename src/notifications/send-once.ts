import { fingerprint } from "../shared/ids.ts";
import { after, minutes } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import type { Delivery, Mail, PostOffice } from "./post-office.ts";
import type { Sealer } from "./stop-token.ts";
import { claimMessage, type Message, recordMessage, releaseMessage } from "./store.ts";

export interface Desk {
  postOffice: PostOffice;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** Where people reach this deployment: https://kernplein.example.nl */
  publicUrl: string;
  /** Seals the links that stop a kind of mail. */
  vault: Sealer;
  clock(): Date;
}

/** Told the outcome in the transaction that records it; `refused`: why the mail was not taken, null when it was. */
export type Noted = (tx: Tx, refused: string | null, at: Date) => Promise<void>;

/** A mail takes seconds; after this long the job that claimed it is taken for dead. */
const claimLapsesMs = minutes(2);

/**
 * Sends something at most once per key, also when its job runs twice or side by side. What the other side refuses for good is recorded
 * with its reason and never tried again. Throws when it may work later, so that the job is tried again. Only a crash between the
 * other side's yes and our record can send it twice. Gives what became of it, now or before.
 */
export async function deliverOnce(
  { inMunicipality, clock }: Pick<Desk, "inMunicipality" | "clock">,
  municipality: string,
  message: Message,
  deliver: () => Promise<Delivery>,
  noted?: Noted,
): Promise<"sent" | "failed" | "unwanted"> {
  const now = clock();
  const claim = await inMunicipality(municipality, (tx) => claimMessage(tx, message, now, after(now, -claimLapsesMs)));
  if (claim === "busy") throw new Error(`The message ${message.key} is being sent by another job.`);
  if (claim !== "claimed") return claim;
  const delivery = await deliver().catch(async (error: unknown): Promise<never> => {
    await inMunicipality(municipality, (tx) => releaseMessage(tx, message.key));
    throw error;
  });
  const refused = "refused" in delivery ? delivery.refused : null;
  const state = refused === null ? "sent" : "failed";
  await inMunicipality(municipality, async (tx) => {
    await recordMessage(tx, message.key, state, refused, clock());
    await noted?.(tx, refused, clock());
  });
  return state;
}

/** For whom a mail is; left out where it is nobody's to look up. */
export type MailFor = Pick<Message, "about" | "kern" | "person">;

/** A mail by `deliverOnce`; sent twice it carries the same Message-ID. */
export async function sendOnce(
  desk: Desk,
  municipality: string,
  key: string,
  mail: Omit<Mail, "id">,
  { noted, of = { about: null, kern: null, person: null } }: { noted?: Noted; of?: MailFor } = {},
): Promise<void> {
  const id = fingerprint(`${municipality} ${key}`).slice(0, 32);
  await deliverOnce(desk, municipality, { key, channel: "mail", ...of }, () => desk.postOffice.send({ ...mail, id }), noted);
}
