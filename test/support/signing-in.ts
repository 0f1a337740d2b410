/** Signing in without a browser, by the same roads as with one; and reading the mail that comes. */
import { setTimeout as sleep } from "node:timers/promises";
import type { LocalMail } from "../../src/local/mailbox/index.ts";

/** The session cookie of somebody who has signed in, to put into a browser. */
export interface Session {
  name: string;
  value: string;
}

/** The mailbox of one machine, as scripts read it. */
export interface Mailbox {
  /** What lies in the mailbox of this address, newest first. */
  mails(to: string): Promise<LocalMail[]>;
  /** Waits for the newest mail whose subject holds these words; `besides`: those that were there before. */
  mail(to: string, subject: string, besides?: readonly LocalMail[]): Promise<LocalMail>;
}

export function mailboxOf(origin: string): Mailbox {
  const mails = async (to: string) =>
    (await (await fetch(`${origin}/local/postvak/berichten?aan=${encodeURIComponent(to)}`)).json()) as LocalMail[];
  return {
    mails,
    async mail(to, subject, besides = []) {
      const isNew = ({ id }: LocalMail) => besides.every((known) => known.id !== id);
      for (let waited = 0; waited < 15_000; waited += 50) {
        const found = (await mails(to)).find((each) => isNew(each) && each.subject.includes(subject));
        if (found) return found;
        await sleep(50);
      }
      const there = (await mails(to)).map((each) => each.subject);
      throw new Error(`No mail "${subject}" for ${to}. What is there: ${there.join(" | ") || "nothing"}`);
    },
  };
}

interface Place {
  origin: string;
  /** The municipality. */
  home: string;
}

/** Walks the road of the tenant's sign-in as a browser would: to the authority, who one is, and back with a code. */
export async function bySignInOfTenant({ origin, home }: Place, email: string): Promise<Session> {
  const manual = { redirect: "manual" as const };
  const start = await fetch(`${origin}/aanmelden/microsoft?gemeente=${home}&terug=/`, manual);
  const cookie = start.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const chosen = await fetch(start.headers.get("location") ?? "", {
    ...manual,
    method: "POST",
    body: new URLSearchParams({ email }),
  });
  const back = await fetch(chosen.headers.get("location") ?? "", { ...manual, headers: { cookie } });
  return sessionIn(back, email);
}

/** Asks for a link by mail and uses it. */
export async function byMailLink({ origin, home }: Place, email: string): Promise<Session> {
  const { mails, mail } = mailboxOf(origin);
  const before = await mails(email);
  const post = (path: string, body: object) =>
    fetch(`${origin}/v1/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin },
      body: JSON.stringify(body),
    });
  await post("inloglinks", { municipality: home, email });
  const { links } = await mail(email, "Uw link om u aan te melden", before);
  const link = links.find((each) => each.includes("/aanmelden/link#")) ?? "";
  return sessionIn(await post("sessies", { token: new URL(link).hash.slice(1) }), email);
}

function sessionIn(answer: Response, email: string): Session {
  const set = answer.headers.getSetCookie().find((one) => one.startsWith("kernplein="));
  if (!set) throw new Error(`Signing in as ${email} gave no session: ${answer.status} ${answer.headers.get("location") ?? ""}`);
  return { name: "kernplein", value: (set.split(";")[0] ?? "").slice("kernplein=".length) };
}
