/** Front door of the Teams adapter. */
export { makeBot } from "./bot.ts";
export { makeBotToken } from "./bot-token.ts";
export { makeBotbuilderEngine } from "./botbuilder.ts";
export type { Engine, EngineLog } from "./engine.ts";
export type { BotActions, BotKnowledge } from "./knowledge.ts";
export { resourceSpecificPermissions } from "./rsc-permissions.ts";
export { makeTeamsSquare } from "./square.ts";
