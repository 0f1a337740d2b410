/** Front door of members. */
export { askEmailChange } from "./ask-email-change.ts";
export { askSignInLink } from "./ask-sign-in-link.ts";
export { askToJoin } from "./ask-to-join.ts";
export { blockPerson } from "./block-person.ts";
export type { Block } from "./block-store.ts";
export { changeLanguage } from "./change-language.ts";
export { closeSession } from "./close-session.ts";
export { confirmEmailChange } from "./confirm-email-change.ts";
export { confirmJoin } from "./confirm-join.ts";
export { type CsvRecord, decodeFile, parseCsv, writeCsv } from "./csv.ts";
export { decideJoinRequest } from "./decide-join-request.ts";
export { declareAddress } from "./declare-address.ts";
export { endMembership } from "./end-membership.ts";
export { enrol } from "./enrol.ts";
export { reminderAfterMs, restorableMs } from "./guest-state.ts";
export type { Guest } from "./guest-store.ts";
export { inviteMany } from "./invite-many.ts";
export { invitePerson } from "./invite-person.ts";
export type { JoinRequest } from "./join-store.ts";
export { leaveKern } from "./leave-kern.ts";
export { listJoinRequests } from "./list-join-requests.ts";
export { listPeople } from "./list-people.ts";
export { moveMember } from "./move-member.ts";
export { noteGuests } from "./note-guests.ts";
export { openSession } from "./open-session.ts";
export { previewInvitations } from "./preview-invitations.ts";
export {
  adminsOf,
  beganAt,
  blockedPeople,
  blockOf,
  emailChangeWorksUntil,
  guestOf,
  isStaff,
  joinRequestForMail,
  kernenOf,
  kernenOfOfficer,
  kernenWithUnadmitted,
  kernenWithUnseenGuests,
  memberCount,
  memberSince,
  membershipOf,
  membersOf,
  officersOf,
  type PersonContact,
  personAccount,
  personContact,
  type Reachable,
  reachableMembers,
  recordGuestAccount,
  recordInvitation,
  recordMailOutcome,
  signInLinkWorksUntil,
  takingPart,
  unadmittedMembers,
  uninvitedMembers,
  waitingJoinRequests,
  waitUninvited,
} from "./reads.ts";
export { recordGuest } from "./record-guest.ts";
export { recordGuestRemoved } from "./record-guest-removed.ts";
export { renewInvitation } from "./renew-invitation.ts";
export { restoreMembership } from "./restore-membership.ts";
export {
  isHelperOf,
  isMemberOf,
  isOfficerOf,
  mayAdminister,
  mayModerate,
  mayReadOverview,
  officerKernen,
  refuseAddress,
} from "./rules.ts";
export { actorForEntra, actorForSession, openEntraSession } from "./sessions.ts";
export { recordStaffAccount, syncStaff } from "./staff.ts";
export type { KernOfPerson, Person } from "./store.ts";
export {
  type Bands,
  type ComingAndGoing,
  countBands as bandsAt,
  countComingAndGoing as comingAndGoing,
  countMembersAt as membersAt,
  countMembersByKern as membersByKern,
} from "./trend-store.ts";
export { unblockPerson } from "./unblock-person.ts";
export { viewAddress } from "./view-address.ts";
export type { Unadmitted, Uninvited } from "./waiting-store.ts";
export { whoAmI } from "./who-am-i.ts";
export { withdrawAddress } from "./withdraw-address.ts";
