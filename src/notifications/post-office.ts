/** The port through which mail leaves; adapters/mail implements it. */
import type { Language } from "../shared/work.ts";

/** Something for the reader's own calendar (iCalendar); `method` says to the mail program what to do with it. */
export interface CalendarPart {
  method: "PUBLISH" | "CANCEL";
  text: string;
}

export interface Mail {
  /** The same at every attempt, so that a mail system that gets a second copy can drop it. */
  id: string;
  /** Name of the sender: "Kernplein Molenlanden". The address is the post office's own. */
  fromName: string;
  to: { name: string; email: string };
  /** Where an answer goes: the officer's address; null leaves it to the post office. */
  replyTo: string | null;
  /** Where a mail program stops this kind of mail by itself (RFC 8058); null for a mail that always comes. */
  stopUrl: string | null;
  language: Language;
  subject: string;
  html: string;
  text: string;
  calendar?: CalendarPart;
}

/** `refused`: the receiving side will never take this mail (no such mailbox, mailbox full), in its own words. */
export type Delivery = { delivered: true } | { refused: string };

export interface PostOffice {
  /** Throws when it may succeed later (no connection, "try again later"): the job is then tried again. */
  send(mail: Mail): Promise<Delivery>;
}
