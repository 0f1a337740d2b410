/** What plays Microsoft and the mail service on one machine. Started only when no cloud setting is present. */
import { join } from "node:path";
import { sql } from "kysely";
import { clientCredentialTokens } from "../adapters/graph/index.ts";
import type { Connections } from "../adapters/postgres/connect.ts";
import type { Config } from "../config.ts";
import { allMunicipalities, type MunicipalityFile } from "../kernen/index.ts";
import { type CatalogApp, startLocalGraph } from "../local/graph/index.ts";
import { startLocalMailbox } from "../local/mailbox/index.ts";
import { type LocalDirectory, type LocalPerson, localClientId, makeLocalSignIn } from "../local/sign-in/index.ts";
import { makeTeamsFrame } from "../local/teams-frame/index.ts";
import { recordStaffAccount } from "../members/index.ts";

export interface LocalCloud {
  graphUrl: string;
  smtpUrl: string;
  /** Entra settings for the web edge. */
  entra: Awaited<ReturnType<typeof makeLocalSignIn>>["settings"];
  tokens: ReturnType<typeof clientCredentialTokens>;
  handlers: Awaited<ReturnType<typeof makeLocalSignIn>>["handlers"];
  /** Makes the municipalities' staff known to the local Graph, as their own tenants would know them. */
  seedStaff(files: readonly MunicipalityFile[]): Promise<void>;
  close(): Promise<void>;
}

export interface LocalCloudOptions {
  config: Config;
  connections: Connections;
  /** http://localhost:3978, once the server listens. */
  origin(): string;
  graphPermissions: readonly string[];
  catalogApps: readonly CatalogApp[];
}

export async function startLocalCloud({
  config,
  connections,
  origin,
  graphPermissions,
  catalogApps,
}: LocalCloudOptions): Promise<LocalCloud> {
  const mailbox = await startLocalMailbox({ folder: join(config.LOCAL_FOLDER, "mailbox") });
  // Somebody whom the local Graph does not know (its state was thrown away) signs in all the same: the record is ours.
  const redeemed = async ({ tenantId, email, userType }: LocalPerson) => {
    if (userType === "Guest") await post(`${graph.url}/local/redeem`, { tenant: tenantId, email }).catch(() => undefined);
  };
  const directory = localDirectory(connections, redeemed);
  const signIn = await makeLocalSignIn({
    config,
    folder: join(config.LOCAL_FOLDER, "sign-in"),
    origin,
    directory,
    graphPermissions,
  });
  const graph = await startLocalGraph({
    directory: join(config.LOCAL_FOLDER, "graph"),
    port: 0,
    host: "127.0.0.1",
    verifyToken: signIn.verifyGraphToken,
    catalogApps,
  });
  // Made at the first call: only then the sign-in's address is known.
  let tokens: ReturnType<typeof clientCredentialTokens> | undefined;
  const mailboxHandler = {
    prefix: "/local/postvak",
    handle: async (...[request, response]: Parameters<typeof mailbox.handler>) => {
      mailbox.handler(request, response);
    },
  };
  const teamsFrame = makeTeamsFrame({
    appId: localClientId,
    graphUrl: () => graph.url,
    people: directory.people,
    municipalities: () => allMunicipalities(connections.db),
  });
  return {
    graphUrl: graph.url,
    smtpUrl: mailbox.smtpUrl,
    entra: signIn.settings,
    tokens: (tenantId) => {
      tokens ??= clientCredentialTokens({
        authority: signIn.settings().authority,
        clientId: localClientId,
        clientSecret: "lokaal",
      });
      return tokens(tenantId);
    },
    handlers: [...signIn.handlers, mailboxHandler, teamsFrame],
    seedStaff: (files) => seedStaff(graph.url, connections, files),
    close: async () => {
      await graph.close();
      await mailbox.close();
    },
  };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function seedStaff(graphUrl: string, connections: Connections, files: readonly MunicipalityFile[]): Promise<void> {
  for (const file of files) {
    const staff = [...file.officers, ...file.councillors, ...file.admins];
    const { users } = (await post(`${graphUrl}/local/seed`, {
      tenant: file.entraTenantId,
      users: staff.map(({ name, email }) => ({ displayName: name, mail: email })),
    })) as { users: { id: string; mail: string }[] };
    await connections.inMunicipality(file.slug, async (tx) => {
      for (const { id, mail } of users) await recordStaffAccount(tx, mail, id);
    });
  }
}

interface DirectoryRow {
  oid: string;
  name: string;
  email: string;
  role: string | null;
  kern: string | null;
}

/** How many polls this person may vote in now: on the sign-in page who has something to do stands first. */
const busy = sql`(select count(*) from poll o join membership m on m.municipality_id = o.municipality_id and m.kern_id = o.kern_id
  where o.municipality_id = p.municipality_id and o.state = 'open' and m.person_id = p.person_id and m.left_at is null)`;

/** Everybody with an account, straight from the record; staff with their role, residents with their first kern. */
function localDirectory(connections: Connections, signedIn: LocalDirectory["signedIn"]): LocalDirectory {
  async function people(email?: string): Promise<LocalPerson[]> {
    const found: LocalPerson[] = [];
    for (const { municipality, entraTenantId: tenantId } of await allMunicipalities(connections.db)) {
      const { rows } = await connections.inMunicipality(municipality, (tx) =>
        sql<DirectoryRow>`select p.entra_oid as oid, p.name, p.email,
            (select g.role from role_grant g where g.municipality_id = p.municipality_id and g.person_id = p.person_id
              order by array_position(array['admin', 'councillor', 'officer'], g.role) limit 1) as role,
            (select k.name from membership m join kern k on k.municipality_id = m.municipality_id and k.kern_id = m.kern_id
              where m.municipality_id = p.municipality_id and m.person_id = p.person_id and m.left_at is null order by m.since limit 1) as kern
          from person p where p.entra_oid is not null ${email === undefined ? sql`` : sql`and p.email = ${email}`}
          order by ${busy} desc, p.created_at, p.name`.execute(tx),
      );
      for (const { oid, name, email: address, role, kern } of rows) {
        found.push({
          tenantId,
          oid,
          name,
          email: address,
          userType: role ? "Member" : "Guest",
          role: roleWords[role ?? ""] ?? "inwoner",
          ...(kern ? { kern } : {}),
        });
      }
    }
    return found;
  }
  return { people: () => people(), byEmail: async (email) => (await people(email.trim().toLowerCase()))[0], signedIn };
}

const roleWords: Record<string, string> = { admin: "beheerder", councillor: "raadslid", officer: "kerncontactfunctionaris" };
