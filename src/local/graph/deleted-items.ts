/** /directory/deletedItems: accounts and groups stay restorable for thirty days. */
import { type Answer, badRequest, type Call, GraphFault, type Route } from "./call.ts";
import { collection, refuseCount } from "./odata.ts";
import { putUser, restorableMs, userByMail } from "./state.ts";

function gone(call: Call): GraphFault {
  const message = `Resource '${call.params.item}' does not exist or one of its queried reference-property objects are not present.`;
  return new GraphFault(404, "Request_ResourceNotFound", message);
}

function lacking(permission: string): GraphFault {
  return new GraphFault(403, "Authorization_RequestDenied", `Insufficient privileges: ${permission} is needed.`);
}

function restore(call: Call): Answer {
  const id = call.params.item ?? "";
  const account = call.tenant.deletedUsers.get(id);
  if (account && call.now - account.deletedAt < restorableMs) return restoreUser(call, account.user.id);
  const group = call.tenant.deletedTeams.get(id);
  if (!group || call.now - group.deletedAt >= restorableMs) throw gone(call);
  if (!call.roles.includes("Group.ReadWrite.All")) throw lacking("Group.ReadWrite.All");
  call.tenant.deletedTeams.delete(id);
  call.tenant.teams.set(id, { ...group.team, visibleAt: call.now + call.pace.visibleAfterMs });
  call.changed();
  return { status: 200, body: { "@odata.type": "#microsoft.graph.group", id } };
}

function restoreUser(call: Call, id: string): Answer {
  const { user } = call.tenant.deletedUsers.get(id) ?? {};
  if (!user) throw gone(call);
  if (!call.roles.some((role) => ["User.DeleteRestore.All", "User.ReadWrite.All"].includes(role))) {
    throw lacking("User.DeleteRestore.All");
  }
  if (userByMail(call.tenant, user.mail))
    throw badRequest("Another object with the same value for property proxyAddresses exists.");
  call.tenant.deletedUsers.delete(id);
  putUser(call.tenant, user);
  call.changed();
  return { status: 200, body: { "@odata.type": "#microsoft.graph.user", id, displayName: user.displayName, mail: user.mail } };
}

function listUsers(call: Call): Answer {
  refuseCount(call);
  const kept = [...call.tenant.deletedUsers.values()].filter(({ deletedAt }) => call.now - deletedAt < restorableMs);
  const rows = kept.map(({ user: { id, displayName, mail }, deletedAt }) => {
    return { id, displayName, mail, deletedDateTime: new Date(deletedAt).toISOString() };
  });
  return collection(call, rows, ["id", "mail"]);
}

export const deletedItemRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/directory/deletedItems/microsoft.graph.user",
    permissions: ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"],
    handle: listUsers,
  },
  {
    method: "POST",
    path: "/directory/deletedItems/{item}/restore",
    permissions: ["User.DeleteRestore.All", "User.ReadWrite.All", "Group.ReadWrite.All"],
    handle: restore,
  },
];
