/** Front door of provisioning. */
export { addMembers } from "./add-members.ts";
export { applyProvisioning, type Provisioner, planProvisioning } from "./apply.ts";
export type { AppOrder, Order } from "./contract.ts";
export type { GuestDesk } from "./guests.ts";
export { inviteAndAdd, type NewGuest, type Welcome } from "./invite-and-add.ts";
export { orderFor } from "./order-for.ts";
export { makeProvisioningReactions } from "./reactions.ts";
export { removeMember } from "./remove-member.ts";
export type { Clock, Settle } from "./scene.ts";
export { kernOfTeam, teamOf } from "./store.ts";
