import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import type { PollView } from "../../voting/contract.ts";
import { remember, remembered } from "../kit/device-memory.ts";
import { asProblem } from "../problem.ts";
import { nextSending, type Sending } from "./ballot.ts";
import { deliver } from "./deliver.ts";
import { type KeptBallot, newBallot, readKept, withoutSlip, withReceipt, withSlip } from "./kept.ts";

const memoryOf = (poll: string): string => `stem.${poll}`;

/** What this device keeps of a poll; null when it was never voted in from here. */
export function keptBallot(poll: string): KeptBallot | null {
  return readKept(remembered(memoryOf(poll)));
}

export const keepBallot = (poll: string, ballot: KeptBallot): void => {
  remember(memoryOf(poll), JSON.stringify(ballot));
};

/** The option of a slip that was sent and not answered, where a ballot names one. */
export function unsentOption(poll: string): string | null {
  const choice = keptBallot(poll)?.unsent?.choice;
  return choice && "chosen" in choice ? (choice.chosen[0] ?? null) : null;
}

/**
 * Sends a ballot and goes on sending the same one until the server answers. The slip is made and kept before the first attempt, so
 * that a closed page or a broken connection never makes a second one.
 */
export function useBallot(poll: PollView): { sending: Sending; cast: (option: string) => void } {
  const id = poll.poll;
  const [sending, tell] = useReducer(nextSending, { is: "idle" });
  // `changes`: this device knew of a counted ballot before; a repeat after a lost answer replaces too, but only itself.
  const sent = useRef<{ changes: boolean }>(undefined);
  const queries = useQueryClient();

  const cast = useCallback(
    (option: string) => {
      const before = keptBallot(id) ?? newBallot();
      keepBallot(id, withSlip(before, { chosen: [option] }));
      sent.current = { changes: before.receipts.length > 0 };
      tell({ event: "send" });
    },
    [id],
  );

  useEffect(() => {
    if (sending.is === "sending") {
      deliver(poll, keptBallot(id) ?? newBallot(), (kept) => keepBallot(id, kept)).then(
        ({ kept, receipt }) => {
          keepBallot(id, withReceipt(kept, id, receipt));
          tell({ event: "received", replaced: sent.current?.changes ?? false });
          void queries.invalidateQueries({ queryKey: ["polls"] });
        },
        (fault: unknown) => {
          const problem = asProblem(fault);
          // Refused means not counted: then there is nothing left to repeat.
          const kept = keptBallot(id);
          if (!problem.mayPass && kept) keepBallot(id, withoutSlip(kept));
          tell({ event: "failed", problem });
        },
      );
    }
    if (sending.is === "waiting") {
      const again = () => tell({ event: "again" });
      const timer = setTimeout(again, sending.wait);
      window.addEventListener("online", again, { once: true });
      return () => {
        clearTimeout(timer);
        window.removeEventListener("online", again);
      };
    }
  }, [sending, id, poll, queries]);

  return { sending, cast };
}
