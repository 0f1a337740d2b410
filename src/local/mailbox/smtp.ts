/** An SMTP server on this machine that keeps every mail instead of delivering it. */
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { type HeaderLines, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { LocalMail } from "./kept-mails.ts";

export interface LocalSmtp {
  url: string;
  close(): Promise<void>;
}

/** Every address before the @ of which stands "vol" has a full mailbox, so that its page and its record can be seen. */
const fullMailbox = /^vol@/i;

export async function startSmtp(keep: (mail: LocalMail) => Promise<void>): Promise<LocalSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    banner: "Kernplein local mailbox",
    size: 10_000_000,
    onRcptTo({ address }, _session, done) {
      if (!fullMailbox.test(address)) return done();
      done(Object.assign(new Error("5.2.2 The mailbox is full"), { responseCode: 552 }));
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
      read(stream, recipients).then(
        async (mails) => {
          for (const mail of mails) await keep(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function read(stream: SMTPServerDataStream, recipients: string[]): Promise<LocalMail[]> {
  const parsed = await simpleParser(stream, { skipImageLinks: true });
  const html = parsed.html || "";
  const text = parsed.text ?? "";
  const calendar = parsed.attachments.find(({ contentType }) => contentType === "text/calendar")?.content.toString("utf8");
  const mail = {
    from: parsed.from?.text ?? "",
    replyTo: parsed.replyTo?.text ?? "",
    subject: parsed.subject ?? "",
    at: new Date().toISOString(),
    text,
    html,
    links: linksIn(html, text),
    ...(calendar === undefined ? {} : { calendar }),
    stopUrl: stopUrlIn(parsed.headerLines),
  };
  return recipients.map((to) => ({ id: randomUUID(), to, ...mail }));
}

/** Only with both headers may a mail program post by itself. */
function stopUrlIn(lines: HeaderLines): string | null {
  const said = (key: string) =>
    lines
      .find((line) => line.key === key)
      ?.line.replace(/^[^:]*:\s*/, "")
      .replace(/\s+/g, "");
  if (said("list-unsubscribe-post") !== "List-Unsubscribe=One-Click") return null;
  return /^<(https?:[^>]+)>$/.exec(said("list-unsubscribe") ?? "")?.[1] ?? null;
}

function linksIn(html: string, text: string): string[] {
  const inHtml = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, url = ""]) => unescapeHtml(url));
  const inText = [...text.matchAll(/https?:\S+/g)].map(([url]) => url);
  return [...new Set(inHtml.length > 0 ? inHtml : inText)];
}

function unescapeHtml(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll("&amp;", "&");
}
