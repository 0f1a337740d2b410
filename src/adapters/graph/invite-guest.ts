import type { Invitation } from "@microsoft/microsoft-graph-types";
import type { Invited } from "../../provisioning/workplace.ts";
import { type Graph, GraphRefused } from "./client.ts";
import { secure } from "./odata.ts";

export const permission = "User.Invite.All";

/**
 * Makes a guest account for an address, without Microsoft's own mail. Inviting an address again gives the same guest. A 400 is about
 * this address (signs that Graph does not take, a blocked domain); every other refusal is about the tenant and is thrown.
 */
export async function inviteGuest(
  graph: Graph,
  tenant: string,
  guest: { email: string; name: string; landingUrl: string },
): Promise<Invited> {
  try {
    const { body } = await graph.call({
      tenant,
      method: "POST",
      path: "/invitations",
      body: {
        invitedUserEmailAddress: guest.email,
        invitedUserDisplayName: guest.name,
        inviteRedirectUrl: secure(guest.landingUrl),
        sendInvitationMessage: false,
      },
    });
    const { invitedUser, inviteRedeemUrl } = body as Invitation;
    return { personId: invitedUser?.id ?? "", redeemUrl: inviteRedeemUrl ?? "" };
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 400) return { refused: error.message };
    throw error;
  }
}
