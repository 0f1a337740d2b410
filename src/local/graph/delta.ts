/** /users/delta: everybody at first, then only who changed; page by page in the order of the changes. */
import { type Answer, badRequest, type Call, GraphFault, type Route } from "./call.ts";
import { select } from "./odata.ts";
import { restorableMs } from "./state.ts";
import { showUser } from "./users.ts";

const pageSize = 200;
/** Graph rejects a delta link older than this. */
const oldestMs = 30 * 24 * 3_600_000;

interface Token {
  /** All changes up to this one were told. */
  after: number;
  /** When the link was given, milliseconds since 1970. */
  at: number;
  /** What was asked for at first; a link carries it along. */
  select: string;
  /** True until everybody was told once: then the removed are left out. */
  first: boolean;
}

const write = (token: Token) => Buffer.from(JSON.stringify(token)).toString("base64url");

function readToken(call: Call): Token {
  const text = call.query.get("$deltatoken") ?? call.query.get("$skiptoken");
  if (text === null) return { after: 0, at: call.now, select: call.query.get("$select") ?? "", first: true };
  let token: Token;
  try {
    token = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Token;
  } catch {
    throw badRequest("The delta or skip token is not valid.");
  }
  if (call.now - token.at >= oldestMs) {
    const again = { Location: `${call.root}/users/delta?$select=${token.select}` };
    throw new GraphFault(410, "syncStateNotFound", "The sync state is older than 30 days: start again.", again);
  }
  return token;
}

function changes(call: Call): Answer {
  const { after, at, select: wanted, first } = readToken(call);
  const { users, deletedUsers } = call.tenant;
  const removed = first ? [] : [...deletedUsers.values()].filter(({ user }) => user.changed > after);
  const told = [...users.values()].filter((user) => user.changed > after);
  if (wanted) call.query.set("$select", wanted);
  const rows = [
    ...told.map((user) => ({ changed: user.changed, row: () => select(call, showUser(user)) })),
    ...removed.map(({ user, deletedAt }) => ({
      changed: user.changed,
      row: () => ({ id: user.id, "@removed": { reason: call.now - deletedAt < restorableMs ? "changed" : "deleted" } }),
    })),
  ].sort((one, other) => one.changed - other.changed);
  const page = rows.slice(0, pageSize);
  const more = rows.length > page.length;
  const reached = more ? (page.at(-1)?.changed ?? after) : call.tenant.sequence;
  const next = write({ after: reached, at: more ? at : call.now, select: wanted, first: first && more });
  const link = `${call.root}/users/delta?${more ? "$skiptoken" : "$deltatoken"}=${next}`;
  return {
    status: 200,
    body: {
      "@odata.context": `${call.root}/$metadata#users`,
      [more ? "@odata.nextLink" : "@odata.deltaLink"]: link,
      value: page.map(({ row }) => row()),
    },
  };
}

export const deltaRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/users/delta",
    permissions: ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
    handle: changes,
  },
];
