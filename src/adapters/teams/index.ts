/** Front door of the Teams adapter. */
export { makeBot } from "./bot.ts";
export { type BotCredentials, makeBotToken } from "./bot-token.ts";
export { botReaches, makeTeamsChat } from "./chat.ts";
export type { Answer, Engine, EngineLog, Place, PostedCard } from "./engine.ts";
export type { Bot, BotActions, BotKnowledge } from "./knowledge.ts";
export type { BotIdentity, EngineOptions } from "./make-engine.ts";
export { type EngineName, openEngine } from "./open-engine.ts";
export { makePacer } from "./pacing.ts";
export { makePackage } from "./package.ts";
export { squareStates } from "./places-store.ts";
export { resourceSpecificPermissions } from "./rsc-permissions.ts";
export { makeTeamsSquare } from "./square.ts";
