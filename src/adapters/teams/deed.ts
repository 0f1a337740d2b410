/** What a button does: the same in a card in a conversation and in a dialog. */
import type { Asker } from "./asker.ts";
import type { Card } from "./engine.ts";
import type { Means } from "./means.ts";

export interface Press {
  means: Means;
  asker: Asker;
  /** What the button carried, with what was filled in; as yet unchecked. */
  data: unknown;
  receivedAt: Date;
}

/** Gives the card that takes the pressed one's place, for the presser alone; null when `data` is not what a card of ours carries. */
export type Deed = (press: Press) => Promise<Card | null>;
