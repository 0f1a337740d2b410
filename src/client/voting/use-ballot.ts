import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { api } from "../api.ts";
import { remember, remembered } from "../kit/device-memory.ts";
import { asProblem } from "../problem.ts";
import { type KeptBallot, nextSending, readKept, type Sending } from "./ballot.ts";
import { makeProof } from "./proof.ts";

const memoryOf = (poll: string): string => `stem.${poll}`;

/** The ballot this device keeps for a poll; null when it was never voted in from here. */
export function keptBallot(poll: string): KeptBallot | null {
  return readKept(remembered(memoryOf(poll)));
}

const keep = (poll: string, ballot: KeptBallot): void => {
  remember(memoryOf(poll), JSON.stringify(ballot));
};

/**
 * Sends a ballot and goes on sending the same one until the server answers. The proof is made and kept before the first attempt, so
 * that a closed page or a broken connection never makes a second ballot.
 */
export function useBallot(poll: string): { sending: Sending; cast: (option: string) => void } {
  const [sending, tell] = useReducer(nextSending, { is: "idle" });
  // `changes`: this device knew of a counted ballot before; a repeat after a lost answer replaces too, but only itself.
  const ballot = useRef<{ proof: string; option: string; changes: boolean }>(undefined);
  const queries = useQueryClient();

  const cast = useCallback(
    (option: string) => {
      const before = keptBallot(poll);
      const proof = before?.proof ?? makeProof();
      keep(poll, { proof, option });
      ballot.current = { proof, option, changes: before !== null && before.option === null };
      tell({ event: "send" });
    },
    [poll],
  );

  useEffect(() => {
    const sent = ballot.current;
    if (!sent) return;
    if (sending.is === "sending") {
      api.castBallot(poll, sent.option, sent.proof).then(
        (receipt) => {
          keep(poll, { proof: receipt.proof, option: null });
          tell({ event: "received", replaced: receipt.replaced && sent.changes });
          void queries.invalidateQueries({ queryKey: ["polls"] });
        },
        (fault: unknown) => {
          const problem = asProblem(fault);
          // Refused means not counted: then there is nothing left to repeat.
          if (!problem.mayPass) keep(poll, { proof: sent.proof, option: null });
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
  }, [sending, poll, queries]);

  return { sending, cast };
}
