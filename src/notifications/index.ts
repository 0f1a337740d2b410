/** Front door of notifications. */
export type { MailReaction } from "./mail-reaction.ts";
export { makeNotifications } from "./make-notifications.ts";
export type { Desk } from "./send-once.ts";
