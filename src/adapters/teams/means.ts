import type { WhoAsks } from "./asker.ts";
import type { Bot } from "./knowledge.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** What every answer is made with: the slices, and what the bot remembers of places and people. */
export interface Means {
  bot: Bot;
  whereabouts: Whereabouts;
  whoAsks: WhoAsks;
}
