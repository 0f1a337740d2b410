/** /users: the directory of a tenant. */
import { type Answer, type Call, GraphFault, type Route } from "./call.ts";
import { collection, refuseCount, select, soleValue } from "./odata.ts";
import { deleteUser, type GraphUser, userByMail } from "./state.ts";

/** What User.ReadBasic.All shows of a person (permissions reference); other properties ask for User.Read.All. */
const basicProfile = ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName"];
const beyondBasic = ["userType", "externalUserState", "externalUserStateChangeDateTime", "otherMails", "createdDateTime"];

function refuseBeyondBasic(call: Call): void {
  if (call.roles.some((role) => ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"].includes(role))) return;
  const filtered = [...(call.query.get("$filter") ?? "").replace(/'[^']*'/g, "").matchAll(/[A-Za-z]{3,}/g)].map(([word]) => word);
  const named = [...(call.query.get("$select")?.split(",") ?? []), ...filtered];
  const beyond = named.find((name) => beyondBasic.includes(name));
  if (beyond) {
    throw new GraphFault(403, "Authorization_RequestDenied", `Insufficient privileges: ${beyond} is not in the basic profile.`);
  }
}

export function showUser(user: GraphUser): Record<string, unknown> {
  const { inviteRedirectUrl: _, visibleAt: __, changed: ___, ...shown } = user;
  return { ...shown, givenName: null, surname: null, otherMails: user.userType === "Guest" ? [user.mail] : [] };
}

function selectBasicUnlessAsked(call: Call): void {
  if (!call.query.has("$select")) call.query.set("$select", basicProfile.join(","));
}

/** The users a filter on an exact address can find, without looking at everybody. */
function candidates(call: Call): GraphUser[] {
  const address = soleValue(call, "mail");
  const found = address === undefined ? [...call.tenant.users.values()] : [userByMail(call.tenant, address)];
  return found.filter((user) => user !== undefined && call.now >= user.visibleAt) as GraphUser[];
}

function userOf(call: Call): GraphUser {
  const key = call.params.user ?? "";
  const user = call.tenant.users.get(key) ?? [...call.tenant.users.values()].find((one) => one.userPrincipalName === key);
  if (!user || call.now < user.visibleAt) {
    throw new GraphFault(404, "Request_ResourceNotFound", `Resource '${key}' does not exist.`);
  }
  return user;
}

function remove(call: Call): Answer {
  deleteUser(call.tenant, userOf(call), call.now);
  call.changed();
  return { status: 204 };
}

const readUsers = ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All"];

export const userRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/users",
    permissions: readUsers,
    handle(call) {
      refuseBeyondBasic(call);
      refuseCount(call);
      selectBasicUnlessAsked(call);
      const filterable = ["mail", "userPrincipalName", "displayName", "otherMails", "userType", "externalUserState", "id"];
      return collection(call, candidates(call).map(showUser), filterable);
    },
  },
  {
    method: "GET",
    path: "/users/{user}",
    permissions: readUsers,
    handle(call) {
      refuseBeyondBasic(call);
      selectBasicUnlessAsked(call);
      return { status: 200, body: select(call, showUser(userOf(call))) };
    },
  },
  { method: "DELETE", path: "/users/{user}", permissions: ["User.DeleteRestore.All", "User.ReadWrite.All"], handle: remove },
];
