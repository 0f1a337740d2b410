/** The port to somebody's own chat with the bot. Where that is and how one speaks there is the adapter's business. */
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

/** What a resident is told: titles and what comes next. Never a reason, a choice or another person's name. */
export interface News {
  kernName: string;
  heading: string;
  /** Title of the proposal or question of the poll, as somebody wrote it. */
  about: string;
  /** In our own words. */
  says?: string;
  button: { label: string; url: string };
}

export interface Chat {
  /** Whether she has the bot in a chat of her own. */
  reaches(tx: Tx, municipality: string, oid: string): Promise<boolean>;
  /** Which of these object ids do. */
  reachesAmong(tx: Tx, municipality: string, oids: readonly string[]): Promise<Set<string>>;
  tellTask(to: ChatTo, item: DeskItem): Promise<Told>;
  tellTasks(to: ChatTo, items: readonly DeskItem[]): Promise<Told>;
  tellNews(to: ChatTo, news: News): Promise<Told>;
}
