/** The whole running app for a journey: real database, real queue, real mailbox and local Microsoft, on a port of its own. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import type { Tx } from "../../src/shared/work.ts";
import { type App, startApp } from "../../src/wiring/app.ts";
import { type Content, contentFor, municipality } from "./content.ts";
import { testDatabase } from "./database.ts";
import { demoOnce } from "./demo.ts";
import { byMailLink, bySignInOfTenant, type Mailbox, mailboxOf, type Session } from "./signing-in.ts";

export { municipality, type Person } from "./content.ts";
export type { Session } from "./signing-in.ts";

/** Who works for Molenlanden, out of its file. */
export const staff = {
  /** Officer of arkel, hoogblokland, hoornaar, noordeloos and schelluinen. */
  officer: "anneke.voorbeeld@molenlanden.example",
  /** Officer of kinderdijk, a kern where the officer decides about who joins. */
  officerOfKinderdijk: "wim.modelman@molenlanden.example",
  councillor: "hanneke.raadsma@molenlanden.example",
  admin: "lotte.beheerma@molenlanden.example",
};

export interface TestApp extends Mailbox, Content, AsyncDisposable {
  app: App;
  /** http://localhost:port */
  origin: string;
  /** Signs in by the tenant's own sign-in (OpenID Connect) for who has an account there, else by a link in a mail. */
  signInAs(email: string, home?: string): Promise<Session>;
  /** A token as the tab gets it from Teams; only for who has an account. */
  tokenFor(email: string): Promise<string>;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** With the sample content of Molenlanden. */
  demo?: boolean;
}

/** Starts it; limits are out of the way and the log is silent. */
export async function testApp({ demo = false }: TestAppOptions = {}): Promise<TestApp> {
  const sample = demo ? await demoOnce() : null;
  const database = await testDatabase(undefined, sample?.template);
  const folder = await mkdtemp(join(tmpdir(), "kernplein-journey-"));
  if (sample) await cp(sample.folder, folder, { recursive: true });
  const config = readConfig({ PORT: "0", DATABASE_URL: database.url, LOCAL_FOLDER: folder, LOG_LEVEL: "silent" });
  const app = await startApp(config, { limitFactor: 1000 });
  const { inMunicipality } = app.workshop;
  const origin = app.web.publicOrigin;

  async function hasAccount(home: string, email: string): Promise<boolean> {
    const found = await inMunicipality(home, (tx) =>
      tx.selectFrom("person").select("entra_oid").where("email", "=", email).executeTakeFirst(),
    );
    return Boolean(found?.entra_oid);
  }

  const close = async () => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    ...mailboxOf(origin),
    ...contentFor(app),
    app,
    origin,
    inMunicipality,
    async signInAs(email, home = municipality) {
      const at = { origin, home };
      return (await hasAccount(home, email)) ? bySignInOfTenant(at, email) : byMailLink(at, email);
    },
    async tokenFor(email) {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${origin}/local/aanmelden`, { method: "POST", headers, body: JSON.stringify({ email }) });
      return ((await answer.json()) as { token: string }).token;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
