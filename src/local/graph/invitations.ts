/** /invitations: makes guests, one account per address. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, badRequest, type Call, type Route, read } from "./call.ts";
import { type GraphUser, putUser, userByMail } from "./state.ts";

const invitationBody = z.strictObject({
  invitedUserEmailAddress: z.string(),
  inviteRedirectUrl: z.url().startsWith("https://"),
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

function newGuest(call: Call, address: string, name: string | undefined): GraphUser {
  const now = new Date(call.now).toISOString();
  return {
    id: randomUUID(),
    displayName: name ?? address.split("@")[0] ?? address,
    mail: address,
    userPrincipalName: `${address.replace("@", "_")}#EXT#@${call.tenant.id.slice(0, 8)}.onmicrosoft.com`,
    userType: "Guest",
    externalUserState: "PendingAcceptance",
    externalUserStateChangeDateTime: now,
    inviteRedirectUrl: null,
    createdDateTime: now,
    visibleAt: call.now + (call.pace.guestAfterMs ?? call.pace.visibleAfterMs / 4),
    changed: 0,
  };
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
  const guest = present ?? newGuest(call, address, body.invitedUserDisplayName);
  guest.inviteRedirectUrl = body.inviteRedirectUrl;
  if (body.resetRedemption) {
    guest.externalUserState = "PendingAcceptance";
    guest.externalUserStateChangeDateTime = new Date(call.now).toISOString();
  }
  if (!present || body.resetRedemption) putUser(call.tenant, guest);
  call.changed();
  const origin = new URL(call.root).origin;
  return {
    status: 201,
    body: {
      "@odata.context": `${call.root}/$metadata#invitations/$entity`,
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

export const invitationRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/invitations",
    permissions: ["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
    handle: invite,
  },
];
