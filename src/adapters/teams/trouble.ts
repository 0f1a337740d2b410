/** What a refusal of the Bot Connector says about the place where we wanted to speak. Pure. */
import { ConnectorFailure } from "./engine.ts";
import type { StoredPlace, Trouble } from "./places-store.ts";
import { isPassing } from "./retry.ts";

/** A place with trouble is tried again this long after the last time, for no event tells that a block was lifted. */
const tryAgainMs = 3_600_000;

export function mayTry(trouble: StoredPlace["trouble"], now: Date): boolean {
  return trouble === null || now.getTime() - trouble.triedAt.getTime() >= tryAgainMs;
}

/** For the record; people read it in their own words (notifications/contract.ts). */
export function whyNot(trouble: StoredPlace["trouble"]): string {
  return `nothing can be said there: ${trouble?.kind ?? "unknown"} since ${trouble?.since.toISOString() ?? "unknown"}`;
}

/**
 * The lasting state that a refused post proves; null when it proves none. 403 with MessageWritesBlocked (blocked or uninstalled) and
 * "not part of the conversation roster" stand in
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages; what an archived team
 * answers is nowhere written, so any 403 that says "archived" counts.
 */
export function troubleOf(error: unknown): { kind: Trouble; detail: string } | null {
  if (!(error instanceof ConnectorFailure)) return null;
  const { status, message: detail } = error;
  if (status === 404) return { kind: "deleted", detail };
  if (status !== 403) return null;
  if (/archived/i.test(detail)) return { kind: "archived", detail };
  if (/roster/i.test(detail)) return { kind: "removed", detail };
  return { kind: /blocked/i.test(detail) ? "blocked" : "refused", detail };
}

/** 4xx (gone, blocked, uninstalled) stays refused; the rest of what surely was not carried out may succeed later. */
export function failureOf(error: unknown): { failed: string; again: boolean; unknown: boolean } {
  if (!(error instanceof ConnectorFailure)) throw error;
  const serverTrouble = (error.status ?? 0) >= 500;
  return { failed: `Teams: ${error.message}`, again: isPassing(error) || serverTrouble, unknown: error.mayBeDone };
}
