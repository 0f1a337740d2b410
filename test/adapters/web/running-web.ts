/** A real web server on a free port, with the real actions on a real database, and the local sign-in as the tenant's. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskPhotoStore, makePhotoCleaner } from "../../../src/adapters/files/index.ts";
import { drawPoster } from "../../../src/adapters/poster/index.ts";
import { type Municipality, startWeb, type Web, type WebOptions } from "../../../src/adapters/web/index.ts";
import { allMunicipalities } from "../../../src/kernen/index.ts";
import { type LocalDirectory, type LocalPerson, type LocalSignIn, makeLocalSignIn } from "../../../src/local/sign-in/index.ts";
import { actorForEntra, actorForSession, openEntraSession } from "../../../src/members/index.ts";
import type { RoleGrant } from "../../../src/shared/work.ts";
import { webActions } from "../../../src/wiring/actions.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../../support/database.ts";

export interface RunningWeb {
  database: TestDatabase;
  web: Web;
  signIn: LocalSignIn;
  origin: string;
  clientFolder: string;
  logged: { level: string; details: Record<string, unknown>; message: string }[];
  people: LocalPerson[];
  /** Another instance on the same database; closed by who asked for it. */
  another(more: Change): Promise<Web>;
  municipalities: Municipality[];
  /** A person with an account in the municipality's tenant, and her token. */
  tokenOf(wish?: { name?: string; kernen?: string[]; roles?: RoleGrant[]; municipality?: string }): Promise<SignedInPerson>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export interface SignedInPerson {
  local: LocalPerson;
  person: string;
  token: string;
  bearer: { authorization: string };
}

type Change = Partial<WebOptions>;

export async function runningWeb(change: Change | ((folder: string) => Change) = {}): Promise<RunningWeb> {
  const database = await testDatabase();
  const { inMunicipality } = database.connections;
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
  const folder = await mkdtemp(join(tmpdir(), "kernplein-web-"));
  const logged: RunningWeb["logged"] = [];
  const writes = (level: string) => (details: object, message: string) =>
    void logged.push({ level, details: details as Record<string, unknown>, message });
  const people: LocalPerson[] = [];
  const directory: LocalDirectory = {
    people: async () => people,
    byEmail: async (email) => people.find((person) => person.email === email.toLowerCase()),
    signedIn: async () => undefined,
  };
  let origin = "";
  const signIn = await makeLocalSignIn({
    config: { local: true },
    folder: join(folder, "sign-in"),
    origin: () => origin,
    directory,
    graphPermissions: ["Team.Create", "User.Invite.All"],
  });
  const municipalities = async () =>
    (await allMunicipalities(database.connections.db)).map(({ municipality, name, entraTenantId }) => ({
      municipality,
      name,
      tenantId: entraTenantId,
    }));
  const options: WebOptions = {
    config: { PORT: 0, PUBLIC_URL: undefined, MAIL_FROM: "kernplein@voorbeeld.example", local: true },
    perform: database.perform,
    inMunicipality,
    municipalities,
    actions: webActions({ store: diskPhotoStore(join(folder, "photos")), cleaner: makePhotoCleaner() }),
    drawPoster,
    people: { actorForSession, actorForEntra, openEntraSession },
    entra: () => signIn.settings(),
    log: { info: writes("info"), warn: writes("warn"), error: writes("error") },
    extraHandlers: signIn.handlers,
    clientFolder: join(folder, "client"),
    ...(typeof change === "function" ? change(folder) : change),
  };
  const web = await startWeb(options);
  origin = `http://localhost:${web.port}`;
  const known = await municipalities();

  async function tokenOf(wish: { municipality?: string } & Parameters<typeof aPerson>[1] = {}): Promise<SignedInPerson> {
    const municipality = wish.municipality ?? "molenlanden";
    const { person } = await aPerson(database, wish, municipality);
    const oid = randomUUID();
    await inMunicipality(municipality, (tx) =>
      tx.updateTable("person").set({ entra_oid: oid }).where("person_id", "=", person).execute(),
    );
    const local: LocalPerson = {
      tenantId: known.find((one) => one.municipality === municipality)?.tenantId ?? "",
      oid,
      name: wish.name ?? "Inwoner",
      email: `${person}@voorbeeld.example`,
      userType: "Guest",
      role: wish.roles?.[0]?.role === "officer" ? "kerncontactfunctionaris" : "inwoner",
      kern: wish.kernen?.[0] ?? "Arkel",
    };
    people.push(local);
    const { token } = await signIn.tokenFor(local);
    return { local, person, token, bearer: { authorization: `Bearer ${token}` } };
  }

  return {
    database,
    web,
    signIn,
    origin,
    clientFolder: join(folder, "client"),
    logged,
    people,
    another: (more) => startWeb({ ...options, ...more }),
    municipalities: known,
    tokenOf,
    get: (path, headers = {}) => fetch(origin + path, { headers, redirect: "manual" }),
    send: (method, path, body, headers = {}) =>
      fetch(origin + path, {
        method,
        redirect: "manual",
        headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    close: async () => {
      await web.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const problemIn = async (response: Response): Promise<Record<string, unknown>> => {
  const problem = (await response.json()) as Record<string, unknown>;
  if (response.headers.get("content-type") !== "application/problem+json")
    throw new Error(`No problem: ${JSON.stringify(problem)}`);
  return problem;
};
