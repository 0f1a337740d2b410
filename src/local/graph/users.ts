/** /users and /invitations: the directory of a tenant, to which invitations add guests. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, badRequest, type Call, GraphFault, type Route, read } from "./call.ts";
import { collection, select } from "./odata.ts";
import { type GraphUser, putUser, userByMail } from "./state.ts";

/** What User.ReadBasic.All shows of a person (permissions reference); other properties ask for User.Read.All. */
const basicProfile = ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName"];

function refuseBeyondBasic(call: Call): void {
  if (call.roles.some((role) => ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"].includes(role))) return;
  const filtered = [...(call.query.get("$filter") ?? "").replace(/'[^']*'/g, "").matchAll(/[A-Za-z]{3,}/g)].map(([word]) => word);
  const named = [...(call.query.get("$select")?.split(",") ?? []), ...filtered];
  const beyond = named.find((name) => ["userType", "externalUserState", "otherMails", "createdDateTime"].includes(name));
  if (beyond) {
    throw new GraphFault(403, "Authorization_RequestDenied", `Insufficient privileges: ${beyond} is not in the basic profile.`);
  }
}

function show(user: GraphUser): Record<string, unknown> {
  const { inviteRedirectUrl: _, ...shown } = user;
  return { ...shown, givenName: null, surname: null, otherMails: user.userType === "Guest" ? [user.mail] : [] };
}

function selectBasicUnlessAsked(call: Call): void {
  if (!call.query.has("$select")) call.query.set("$select", basicProfile.join(","));
}

/** The users a filter on an exact address can find, without looking at everybody. */
function candidates(call: Call): GraphUser[] {
  const address = /^mail eq '((?:[^']|'')*)'$/.exec(call.query.get("$filter") ?? "")?.[1];
  if (address === undefined) return [...call.tenant.users.values()];
  const user = userByMail(call.tenant, address.replaceAll("''", "'"));
  return user ? [user] : [];
}

const readUsers = ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All"];

const invitationBody = z.strictObject({
  invitedUserEmailAddress: z.string(),
  inviteRedirectUrl: z.url(),
  invitedUserDisplayName: z.string().max(256).optional(),
  invitedUserType: z.enum(["Guest", "Member"]).optional(),
  sendInvitationMessage: z.boolean().optional(),
  invitedUserMessageInfo: z.record(z.string(), z.unknown()).optional(),
  resetRedemption: z.boolean().optional(),
});

/** Addresses an invitation refuses (resources/invitation): + and other signs, a dot or dash at the edge of the name. */
function addressRefused(address: string): boolean {
  const [name, domain, ...rest] = address.split("@");
  return (
    !name ||
    !domain ||
    rest.length > 0 ||
    /[~!#$%^&*()+=[\]{}\\/|;:"<>?,\s]/.test(name + domain) ||
    /^[.-]|[.-]$/.test(name) ||
    !/\.\w/.test(domain)
  );
}

function invite(call: Call): Answer {
  const body = read(invitationBody, call.body);
  const address = body.invitedUserEmailAddress;
  if (addressRefused(address)) throw badRequest("The invited user's email address is invalid.");
  const present = userByMail(call.tenant, address);
  if (present?.userType === "Member") {
    throw badRequest(
      `The invited user already exists in the directory as object ID: ${present.id}. They can use that account to sign in to shared apps and resources.`,
    );
  }
  const guest: GraphUser = present ?? {
    id: randomUUID(),
    displayName: body.invitedUserDisplayName ?? address.split("@")[0] ?? address,
    mail: address,
    userPrincipalName: `${address.replace("@", "_")}#EXT#@${call.tenant.id.slice(0, 8)}.onmicrosoft.com`,
    userType: "Guest",
    externalUserState: "PendingAcceptance",
    inviteRedirectUrl: null,
    createdDateTime: new Date(call.now).toISOString(),
  };
  guest.inviteRedirectUrl = body.inviteRedirectUrl;
  if (body.resetRedemption) guest.externalUserState = "PendingAcceptance";
  putUser(call.tenant, guest);
  call.changed();
  const origin = new URL(call.root).origin;
  return {
    status: 201,
    body: {
      id: randomUUID(),
      inviteRedeemUrl: `${origin}/local/redeem?tenant=${call.tenant.id}&user=${guest.id}`,
      invitedUserDisplayName: guest.displayName,
      invitedUserEmailAddress: guest.mail,
      invitedUserType: "Guest",
      resetRedemption: body.resetRedemption ?? false,
      sendInvitationMessage: body.sendInvitationMessage ?? false,
      inviteRedirectUrl: body.inviteRedirectUrl,
      status: guest.externalUserState === "Accepted" ? "Completed" : "PendingAcceptance",
      invitedUser: { id: guest.id },
    },
  };
}

export const userRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/users",
    permissions: readUsers,
    handle(call) {
      refuseBeyondBasic(call);
      selectBasicUnlessAsked(call);
      const filterable = ["mail", "userPrincipalName", "displayName", "otherMails", "userType", "externalUserState", "id"];
      return collection(call, candidates(call).map(show), filterable);
    },
  },
  {
    method: "GET",
    path: "/users/{user}",
    permissions: readUsers,
    handle(call) {
      refuseBeyondBasic(call);
      selectBasicUnlessAsked(call);
      const key = call.params.user ?? "";
      const user = call.tenant.users.get(key) ?? [...call.tenant.users.values()].find((one) => one.userPrincipalName === key);
      if (!user) throw new GraphFault(404, "Request_ResourceNotFound", `Resource '${key}' does not exist.`);
      return { status: 200, body: select(call, show(user)) };
    },
  },
  {
    method: "POST",
    path: "/invitations",
    permissions: ["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
    handle: invite,
  },
];
