/** Front door of notifications. */
export type { MailReaction } from "./mail-reaction.ts";
export { makeNotifications } from "./make-notifications.ts";
export { makeSquareReactions, type SquareReactions, type SquareReactionsOptions } from "./post-cards.ts";
export type { Desk } from "./send-once.ts";
export { viewPoster } from "./view-poster.ts";
