/** The mailbox of one machine: takes every mail by SMTP, keeps it, shows it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { mailboxHandler } from "./handler.ts";
import { type LocalMail, openKeptMails } from "./kept-mails.ts";
import { startSmtp } from "./smtp.ts";

export type { LocalMail } from "./kept-mails.ts";
export { mailboxPath } from "./page.ts";

export interface LocalMailbox {
  /** smtp://127.0.0.1:port, for the mail adapter. */
  smtpUrl: string;
  /** Newest first. */
  list(): LocalMail[];
  /** Answers GET /local/postvak and all below it, and returns true; false for every other address. */
  handler(request: IncomingMessage, response: ServerResponse): boolean;
  close(): Promise<void>;
}

/** `folder`: where the mails are kept across restarts (the newest 2,000). Addresses `vol@…` have a full mailbox: 552. */
export async function startLocalMailbox({ folder }: { folder: string }): Promise<LocalMailbox> {
  const kept = await openKeptMails(folder);
  const smtp = await startSmtp(kept.keep);
  return { smtpUrl: smtp.url, list: kept.list, handler: mailboxHandler(kept.list), close: smtp.close };
}
