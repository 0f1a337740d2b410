/** Mail over SMTP (nodemailer). */
import nodemailer from "nodemailer";
import type { Delivery, Mail, PostOffice } from "../../notifications/post-office.ts";
import { refusalIn } from "./refusal.ts";

export interface SmtpSettings {
  /** smtp://user:password@host:port or smtps://…; nodemailer's own settings may follow as a query (?requireTLS=false). */
  smtpUrl: string;
  /** Address every mail is sent from; SPF, DKIM and DMARC are set up for its domain. */
  from: string;
}

export interface SmtpPostOffice extends PostOffice {
  /** Whether the mail service answers and lets us in. */
  check(): Promise<{ ready: true } | { ready: false; reason: string }>;
  close(): void;
}

/**
 * A post office with up to five connections that stay open between mails. Beyond this machine a connection without TLS is refused
 * (BIO2 5.14.01), unless the URL says otherwise.
 */
export function makePostOffice({ smtpUrl, from }: SmtpSettings): SmtpPostOffice {
  const { hostname, protocol } = new URL(smtpUrl);
  const onThisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    requireTLS: !onThisMachine && protocol === "smtp:",
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);

  return {
    async send(mail: Mail): Promise<Delivery> {
      try {
        await transport.sendMail({
          messageId: `<${mail.id}@${domain}>`,
          from: { name: mail.fromName, address: from },
          to: { name: mail.to.name, address: mail.to.email },
          ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ...(mail.calendar
            ? { icalEvent: { method: mail.calendar.method, filename: "bijeenkomst.ics", content: mail.calendar.text } }
            : {}),
          headers: {
            "Content-Language": mail.language,
            // Asks out-of-office programs to keep silent (RFC 3834, and Exchange's own).
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            ...(mail.stopUrl === null
              ? {}
              : { "List-Unsubscribe": `<${mail.stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
          },
        });
        return { delivered: true };
      } catch (error) {
        const refused = refusalIn(error);
        if (refused === null) throw error;
        return { refused };
      }
    },
    async check() {
      try {
        await transport.verify();
        return { ready: true };
      } catch (error) {
        return { ready: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => transport.close(),
  };
}
