/** How far somebody is on her way into the square, and what helps her on. Pure. */
import type { GuestNextStep, GuestState } from "./contract.ts";

/** What was seen of a person in a kern; null is not (yet). */
export interface Moments {
  since: Date;
  leftAt: Date | null;
  invitedAt: Date | null;
  mailedAt: Date | null;
  mailFailedAt: Date | null;
  acceptedAt: Date | null;
  seenInTeamAt: Date | null;
  tabOpenedAt: Date | null;
  botReachableAt: Date | null;
  webOpenedAt: Date | null;
  /** Microsoft does not take her address. */
  webOnly: boolean;
  block: { since: Date; until: Date | null } | null;
}

export interface Standing {
  state: GuestState;
  since: Date;
  nextStep: GuestNextStep;
}

/**
 * The state that matters most to who must act: gone and kept out before all else, then a mail that did not arrive unless she showed
 * herself since, then how far she got.
 */
export function standingOf(moments: Moments, now: Date): Standing {
  const { since, leftAt, invitedAt, mailedAt, mailFailedAt, webOnly, block } = moments;
  if (leftAt)
    return { state: "left", since: leftAt, nextStep: now.getTime() - leftAt.getTime() < restorableMs ? "restore" : "none" };
  if (block && blockHolds(block, now)) {
    return { state: "blocked", since: block.since, nextStep: block.until ? "wait-for-end-of-block" : "unblock" };
  }
  if (mailFailedAt && mailFailedAt > lastSign(moments))
    return { state: "mail-bounced", since: mailFailedAt, nextStep: "correct-address" };
  if (webOnly) return { state: "web-only", since, nextStep: moments.webOpenedAt ? "none" : "call" };
  if (moments.botReachableAt) return { state: "reachable-by-bot", since: moments.botReachableAt, nextStep: "none" };
  if (moments.tabOpenedAt) return { state: "tab-opened", since: moments.tabOpenedAt, nextStep: "none" };
  if (moments.acceptedAt) {
    const nextStep = moments.seenInTeamAt ? "point-to-team" : "wait-for-team";
    return { state: "accepted", since: moments.acceptedAt, nextStep };
  }
  if (mailedAt && invitedAt) {
    const quiet = now.getTime() - mailedAt.getTime() > lastReminderMs && !moments.webOpenedAt;
    return { state: "waiting", since: invitedAt, nextStep: quiet ? "call" : "wait-for-acceptance" };
  }
  // Her kern has no team (yet), and she found the page.
  if (moments.webOpenedAt && !invitedAt) return { state: "web-only", since: moments.webOpenedAt, nextStep: "none" };
  if (invitedAt) return { state: "invited", since, nextStep: "wait-for-mail" };
  const late = now.getTime() - since.getTime() > invitationTakesMs;
  return { state: "invited", since, nextStep: late ? "ask-administrator" : "wait-for-invitation" };
}

/** Also the time Microsoft keeps a deleted guest (Graph 1.0, "Delete user"). */
export const restorableMs = 30 * 86_400_000;
/** Jobs are tried again for about three days; what then is not there needs a person. */
const invitationTakesMs = 3 * 86_400_000;
export const reminderAfterMs = [7 * 86_400_000, 21 * 86_400_000] as const;
const lastReminderMs = reminderAfterMs[1];

function blockHolds(block: { since: Date; until: Date | null }, now: Date): boolean {
  return block.since <= now && (block.until === null || now < block.until);
}

function lastSign({ acceptedAt, tabOpenedAt, botReachableAt, webOpenedAt }: Moments): Date {
  return new Date(Math.max(...[acceptedAt, tabOpenedAt, botReachableAt, webOpenedAt].map((at) => at?.getTime() ?? 0)));
}
