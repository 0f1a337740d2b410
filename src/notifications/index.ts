/** Front door of notifications. */
export { changeChatSetting } from "./change-chat-setting.ts";
export { changeMailSetting } from "./change-mail-setting.ts";
export type { Chat } from "./chat.ts";
export type { ChatDesk } from "./chat-first.ts";
export type { MailReaction } from "./mail-reaction.ts";
export { makeNotifications } from "./make-notifications.ts";
export { makeSquareReactions, type SquareReactions, type SquareReactionsOptions } from "./post-cards.ts";
export type { ReadWeek } from "./post-week.ts";
export { type ReachFigures, reachFigures } from "./reach-figures.ts";
export type { Desk } from "./send-once.ts";
export { stopMails } from "./stop-mails.ts";
export { makeViewChatSetting } from "./view-chat-setting.ts";
export { viewMailSettings } from "./view-mail-settings.ts";
export { viewMessageReach } from "./view-message-reach.ts";
export { viewPoster } from "./view-poster.ts";
export { makeViewReach } from "./view-reach.ts";
