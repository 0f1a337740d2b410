/** Reads in an SMTP failure whether trying again makes sense. Pure. */

interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** Replies that speak of us, not of the reader's mailbox: sign in first, encrypt first (RFC 4954, RFC 3207). */
const aboutUs = [530, 534, 535, 538];

/**
 * What the receiving side said when it will never take this mail: a reply of 5xx to the recipient or to the mail itself (RFC 5321,
 * 4.2.1). Null for everything that may pass: no connection, a reply of 4xx, our own password or sender address being wrong.
 */
export function refusalIn(error: unknown): string | null {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpFailure;
  const aboutThisMail =
    (code === "EENVELOPE" && command === "RCPT TO") || ((code === "EENVELOPE" || code === "EMESSAGE") && command === "DATA");
  if (!aboutThisMail || typeof responseCode !== "number") return null;
  if (responseCode < 500 || aboutUs.includes(responseCode)) return null;
  return String(response ?? responseCode)
    .replace(/\s+/g, " ")
    .slice(0, 300);
}
