/** What sending a ballot does. Pure; storage, clock and network are outside. */
import type { Problem } from "../problem.ts";

export type Sending =
  | { is: "idle" }
  | { is: "sending"; attempt: number }
  /** No answer; the very same ballot goes again after `wait` milliseconds. */
  | { is: "waiting"; attempt: number; wait: number }
  /** `genuine`: the receipt is signed by the poll's own key. */
  | { is: "received"; replaced: boolean; genuine: boolean }
  /** `doubt`: an earlier attempt got no answer, so that ballot may have arrived all the same. */
  | { is: "refused"; problem: Problem; doubt: boolean };

export type SendingEvent =
  | { event: "send" }
  | { event: "again" }
  | { event: "received"; replaced: boolean; genuine: boolean }
  | { event: "failed"; problem: Problem };

/** One, two, four … at most fifteen seconds between attempts. */
export function waitBefore(attempt: number): number {
  return Math.min(15_000, 1000 * 2 ** (attempt - 1));
}

/**
 * A refusal ends the sending; silence never does: whether the ballot arrived is then unknown, and sending the very same slip again is
 * harmless (the box knows its fingerprint).
 */
export function nextSending(state: Sending, event: SendingEvent): Sending {
  switch (event.event) {
    case "send":
      return { is: "sending", attempt: 1 };
    case "again":
      return state.is === "waiting" ? { is: "sending", attempt: state.attempt + 1 } : state;
    case "received":
      return { is: "received", replaced: event.replaced, genuine: event.genuine };
    case "failed": {
      const attempt = state.is === "sending" ? state.attempt : 1;
      if (!event.problem.mayPass) return { is: "refused", problem: event.problem, doubt: attempt > 1 };
      return { is: "waiting", attempt, wait: waitBefore(attempt) };
    }
  }
}
