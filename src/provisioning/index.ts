/** Front door of provisioning. */
export { addMembers } from "./add-members.ts";
export { type ApplyOptions, applyProvisioning, type Choice, planProvisioning } from "./apply.ts";
export type { AppOrder, Order, Part, Plan, Status, Step } from "./contract.ts";
export { makeDriftReaction } from "./drift-reaction.ts";
export type { GuestDesk } from "./guests.ts";
export { inviteAndAdd, type NewGuest, type Welcome } from "./invite-and-add.ts";
export { leavingOrder, orderFor } from "./order-for.ts";
export { makeProvisioningReactions } from "./reactions.ts";
export { removeMember } from "./remove-member.ts";
export type { Clock, Provisioner, Settle } from "./scene.ts";
export { statusOf } from "./status.ts";
export { kernOfTeam, teamOf } from "./store.ts";
export { type DriftCheck, watchDrift } from "./watch-drift.ts";
export { watchLimits } from "./watch-limits.ts";
