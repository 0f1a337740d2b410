/** The port to an officer's own chat with the bot. Where that is and how one speaks there is the adapter's business. */
import type { DeskItem } from "../moderation/contract.ts";
import type { Language, Tx } from "../shared/work.ts";

/** `again`: it may succeed later. `unknown`: it may be there although no answer came. */
export type Told = { told: true } | { failed: string; again: boolean; unknown: boolean };

export interface ChatTo {
  municipality: string;
  /** Her object id in the municipality's tenant. */
  oid: string;
  language: Language;
}

export interface Chat {
  /** Whether she has the bot in a chat of her own. */
  reaches(tx: Tx, municipality: string, oid: string): Promise<boolean>;
  tellTask(to: ChatTo, item: DeskItem): Promise<Told>;
  tellTasks(to: ChatTo, items: readonly DeskItem[]): Promise<Told>;
}
