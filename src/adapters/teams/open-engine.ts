import type { Engine } from "./engine.ts";
import type { EngineOptions } from "./make-engine.ts";

/** The SDKs that can stand behind the contract; one is loaded, by the setting BOT_ENGINE. */
const engines = {
  botbuilder: async () => (await import("./botbuilder.ts")).makeBotbuilderEngine,
  agents: async () => (await import("./agents.ts")).makeAgentsEngine,
};

export type EngineName = keyof typeof engines;

export async function openEngine(name: EngineName, options: EngineOptions): Promise<Engine> {
  return (await engines[name]())(options);
}
