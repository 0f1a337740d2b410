/** The whole running app for a journey: real database, real queue, real mailbox and local Microsoft, on a port of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "../../src/config.ts";
import { loadDemo } from "../../src/local/demo/load-demo.ts";
import type { LocalMail } from "../../src/local/mailbox/index.ts";
import { askToJoin, confirmJoin, enrol } from "../../src/members/index.ts";
import { publishProposal, saveDraft, submitProposal } from "../../src/proposals/index.ts";
import { after, days } from "../../src/shared/time.ts";
import { type Actor, itself, type Tx } from "../../src/shared/work.ts";
import { closePoll, planPoll } from "../../src/voting/index.ts";
import { type App, startApp } from "../../src/wiring/app.ts";
import { provisionAll } from "../../src/wiring/provision.ts";
import { testDatabase } from "./database.ts";

export const municipality = "molenlanden";

/** Who works for Molenlanden, out of its file. */
export const staff = {
  /** Officer of arkel, hoogblokland, hoornaar, noordeloos and schelluinen. */
  officer: "anneke.voorbeeld@molenlanden.example",
  /** Officer of kinderdijk, a kern where the officer decides about who joins. */
  officerOfKinderdijk: "wim.modelman@molenlanden.example",
  councillor: "hanneke.raadsma@molenlanden.example",
  admin: "lotte.beheerma@molenlanden.example",
};

export type Person = Actor & { person: string };

/** The session cookie of somebody who has signed in, to put into a browser. */
export interface Session {
  name: string;
  value: string;
}

export interface TestApp extends AsyncDisposable {
  app: App;
  /** http://localhost:port */
  origin: string;
  /** Signs in by the tenant's own sign-in (OpenID Connect) for who has an account there, else by a link in a mail. */
  signInAs(email: string, home?: string): Promise<Session>;
  /** A token as the tab gets it from Teams; only for who has an account. */
  tokenFor(email: string): Promise<string>;
  /** What lies in the mailbox of this address, newest first. */
  mails(to: string): Promise<LocalMail[]>;
  /** Waits for the newest mail whose subject holds these words; `besides`: those that were there before. */
  mail(to: string, subject: string, besides?: readonly LocalMail[]): Promise<LocalMail>;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** Makes somebody a member of a kern, at once and without any mail. */
  aResident(name: string, email: string, kern: string, home?: string): Promise<Person>;
  /** A proposal of this resident that stands on the square; gives its id. */
  aProposal(author: Person, title: string, body: string): Promise<string>;
  /** A proposal of this resident that waits for the officer; gives its id. */
  aSubmission(author: Person, title: string, body: string): Promise<string>;
  /** Somebody in Molenlanden who confirmed that she wants to take part, and waits for the officer. */
  aJoinRequest(kern: string, name: string, email: string): Promise<void>;
  /** An open poll in a kern; gives its id. */
  aPoll(kern: string, question: string, options?: string[]): Promise<string>;
  /** Counts a poll as if its closing time had passed a minute ago. */
  closeNow(poll: string): Promise<void>;
  /** Makes the Teams team of one kern in the local Microsoft 365. */
  provision(kern: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Loads the sample content of Molenlanden: a few seconds. */
  demo?: boolean;
}

/** Starts it; limits are out of the way and the log is silent. */
export async function testApp({ demo = false }: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "kernplein-journey-"));
  const config = readConfig({ PORT: "0", DATABASE_URL: database.url, LOCAL_FOLDER: folder, LOG_LEVEL: "silent" });
  const app = await startApp(config, { limitFactor: 1000 });
  const { perform, workshop, addPhoto } = app;
  const { inMunicipality } = workshop;
  const origin = app.web.publicOrigin;
  if (demo) await loadDemo({ perform, inMunicipality, addPhoto, now: new Date() });

  const mails = async (to: string) =>
    (await (await fetch(`${origin}/local/postvak/berichten?aan=${encodeURIComponent(to)}`)).json()) as LocalMail[];
  async function mail(to: string, subject: string, besides: readonly LocalMail[] = []): Promise<LocalMail> {
    const isNew = ({ id }: LocalMail) => besides.every((known) => known.id !== id);
    for (let waited = 0; waited < 15_000; waited += 50) {
      const found = (await mails(to)).find((each) => isNew(each) && each.subject.includes(subject));
      if (found) return found;
      await sleep(50);
    }
    const there = (await mails(to)).map((each) => each.subject);
    throw new Error(`No mail "${subject}" for ${to}. What is there: ${there.join(" | ") || "nothing"}`);
  }
  const hasAccount = (home: string, email: string) =>
    inMunicipality(home, async (tx) =>
      Boolean(
        await tx
          .selectFrom("person")
          .select("person_id")
          .where("email", "=", email)
          .where("entra_oid", "is not", null)
          .executeTakeFirst(),
      ),
    );
  const officerOf = async (kern: string): Promise<Person> => {
    const { person } = await inMunicipality(municipality, (tx) =>
      tx
        .selectFrom("role_grant")
        .select("person_id as person")
        .where("role", "=", "officer")
        .where("kern_id", "=", kern)
        .executeTakeFirstOrThrow(),
    );
    return { municipality, person, roles: [{ role: "officer", kern }], channel: "cli", language: "nl" };
  };

  async function aSubmission(author: Person, title: string, body: string): Promise<string> {
    const draft = { kern: author.roles[0]?.kern, title, body, place: null, photo: null, photoAlt: "" };
    const { proposal } = await perform(saveDraft, author, draft);
    await perform(submitProposal, author, { proposal });
    return proposal;
  }

  const close = async () => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    app,
    origin,
    mails,
    mail,
    inMunicipality,
    async signInAs(email, home = municipality) {
      const at = { origin, home };
      return (await hasAccount(home, email)) ? bySignInOfTenant(at, email) : byMailLink(at, email, { mails, mail });
    },
    async tokenFor(email) {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${origin}/local/aanmelden`, { method: "POST", headers, body: JSON.stringify({ email }) });
      return ((await answer.json()) as { token: string }).token;
    },
    async aResident(name, email, kern, home = municipality) {
      const since = after(new Date(), -days(30));
      const person = await inMunicipality(home, (tx) => enrol(tx, { kern, name, email, language: "nl", since }));
      return { municipality: home, person, roles: [{ role: "resident", kern }], channel: "cli", language: "nl" };
    },
    aSubmission,
    async aProposal(author, title, body) {
      const proposal = await aSubmission(author, title, body);
      await perform(publishProposal, await officerOf(author.roles[0]?.kern ?? ""), { proposal });
      return proposal;
    },
    async aJoinRequest(kern, name, email) {
      const visitor: Actor = { municipality, person: null, roles: [], channel: "web", language: "nl" };
      await perform(askToJoin, visitor, { kern, name, email, consent: true });
      const { links } = await mail(email, "Bevestig dat u wilt meedoen");
      const token = new URL(links[0] ?? "").hash.slice(1).replace(`${municipality}.`, "");
      await perform(confirmJoin, visitor, { token });
    },
    async aPoll(kern, question, options) {
      const now = new Date();
      const { poll } = await perform(planPoll, await officerOf(kern), {
        kern,
        question,
        kind: options ? "own-options" : "for-against-abstain",
        options: options ?? [],
        opensAt: now.toISOString(),
        closesAt: after(now, days(5)).toISOString(),
      });
      return poll;
    },
    async closeNow(poll) {
      const { closesAt } = await inMunicipality(municipality, (tx) =>
        tx.selectFrom("poll").select("closes_at as closesAt").where("poll_id", "=", poll).executeTakeFirstOrThrow(),
      );
      await perform(closePoll, itself(municipality), { poll }, { receivedAt: after(closesAt, 60_000) });
    },
    async provision(kern) {
      const files = app.files.map((file) => ({ ...file, kernen: file.kernen.filter(({ slug }) => slug === kern) }));
      const { failures } = await provisionAll({ ...app, files, publicUrl: origin }, { municipality });
      if (failures.length > 0)
        throw new Error(`The team of ${kern} was not made: ${failures.map((one) => one.reason).join("; ")}`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface Place {
  origin: string;
  /** The municipality. */
  home: string;
}

/** Walks the road of the tenant's sign-in as a browser would: to the authority, who one is, and back with a code. */
async function bySignInOfTenant({ origin, home }: Place, email: string): Promise<Session> {
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

async function byMailLink(
  { origin, home }: Place,
  email: string,
  { mails, mail }: Pick<TestApp, "mails" | "mail">,
): Promise<Session> {
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
