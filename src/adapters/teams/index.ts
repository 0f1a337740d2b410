/** Front door of the Teams adapter. */
export { makeBot } from "./bot.ts";
export { type BotCredentials, makeBotToken } from "./bot-token.ts";
export { type BotIdentity, makeBotbuilderEngine } from "./botbuilder.ts";
export type { Answer, Engine, EngineLog, Place, PostedCard } from "./engine.ts";
export type { Bot, BotActions, BotKnowledge } from "./knowledge.ts";
export { makePackage } from "./package.ts";
export { resourceSpecificPermissions } from "./rsc-permissions.ts";
export { makeTeamsSquare } from "./square.ts";
