/** Front door of members. */
export { askSignInLink } from "./ask-sign-in-link.ts";
export { askToJoin } from "./ask-to-join.ts";
export { changeLanguage } from "./change-language.ts";
export { closeSession } from "./close-session.ts";
export { confirmJoin } from "./confirm-join.ts";
export { decideJoinRequest } from "./decide-join-request.ts";
export { enrol } from "./enrol.ts";
export type { JoinRequest } from "./join-store.ts";
export { leaveKern } from "./leave-kern.ts";
export { listJoinRequests } from "./list-join-requests.ts";
export { openSession } from "./open-session.ts";
export {
  joinRequestForMail,
  kernenOf,
  memberCount,
  memberSince,
  membersOf,
  officersOf,
  type PersonContact,
  personAccount,
  personContact,
  recordGuestAccount,
  signInLinkWorksUntil,
  waitingJoinRequests,
} from "./reads.ts";
export { recordGuest } from "./record-guest.ts";
export { isMemberOf, isOfficerOf, mayAdminister, mayModerate, mayReadOverview, officerKernen, refuseAddress } from "./rules.ts";
export { actorForEntra, actorForSession, openEntraSession } from "./sessions.ts";
export { recordStaffAccount, syncStaff } from "./staff.ts";
export type { KernOfPerson, Person } from "./store.ts";
export { whoAmI } from "./who-am-i.ts";
