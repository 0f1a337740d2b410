/** Front door of the local Teams client. */
export { botUserId, type PlaygroundConfig, type PlaygroundPerson, personalChat, userId } from "./config-file.ts";
export { readPlaygroundConfig } from "./local-data.ts";
export { type Playground, type PlaygroundOptions, startPlayground } from "./start.ts";
