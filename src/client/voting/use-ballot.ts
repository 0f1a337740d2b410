import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Choice } from "../../voting/contract.ts";
import { asProblem } from "../problem.ts";
import { nextSending, type Sending } from "./ballot.ts";
import { declaredBy, deliver, type VotablePoll, type Voter } from "./deliver.ts";
import { keepBallot, keptBallot } from "./device.ts";
import { type KeptBallot, newBallot, withoutSlip, withReceipt, withSlip } from "./kept.ts";
import { votingApi } from "./voting-api.ts";

interface Sent {
  choice: Choice;
  /** This device knew of a counted ballot before; a repeat after a lost answer replaces too, but only itself. */
  changes: boolean;
}

/** Where a ballot's secrets are while it is on its way, and afterwards. */
export interface BallotMemory {
  read: (poll: string) => KeptBallot | null;
  keep: (poll: string, ballot: KeptBallot) => void;
}

const device: BallotMemory = { read: keptBallot, keep: keepBallot };

/** Brings the choice to the server: by name at level 0, else as the slip that is kept. */
async function bring(
  poll: VotablePoll,
  voter: Voter,
  { choice, changes }: Sent,
  memory: BallotMemory,
): Promise<{ replaced: boolean; genuine: boolean }> {
  if (poll.level === 0) return { ...(await votingApi.chooseOpenly(poll.poll, choice, declaredBy(voter))), genuine: true };
  const id = poll.poll;
  const { kept, receipt, genuine } = await deliver(poll, voter, memory.read(id) ?? newBallot(), (ballot) =>
    memory.keep(id, ballot),
  );
  memory.keep(id, withReceipt(kept, id, receipt));
  return { replaced: changes, genuine };
}

/**
 * Sends a ballot and goes on sending the same one until the server answers. The slip is made and kept before the first attempt, so
 * that a closed page or a broken connection never makes a second one. `memory`: this device, unless told; must not change.
 */
export function useBallot(
  poll: VotablePoll,
  voter: Voter,
  memory: BallotMemory = device,
): { sending: Sending; cast: (choice: Choice) => void } {
  const [sending, tell] = useReducer(nextSending, { is: "idle" });
  const sent = useRef<Sent>(undefined);
  // The poll is fetched anew now and then: that must not send the ballot again.
  const now = useRef({ poll, voter });
  now.current = { poll, voter };
  const queries = useQueryClient();
  const id = poll.poll;

  const cast = useCallback(
    (choice: Choice) => {
      const { poll: at } = now.current;
      const before = memory.read(at.poll) ?? newBallot();
      if (at.level !== 0) memory.keep(at.poll, withSlip(before, choice));
      sent.current = { choice, changes: before.receipts.length > 0 };
      tell({ event: "send" });
    },
    [memory],
  );

  useEffect(() => {
    if (sending.is === "sending" && sent.current) {
      bring(now.current.poll, now.current.voter, sent.current, memory).then(
        (received) => {
          tell({ event: "received", ...received });
          void queries.invalidateQueries({ queryKey: ["polls"] });
        },
        (fault: unknown) => {
          const problem = asProblem(fault);
          // Refused means not counted: then there is nothing left to repeat.
          const kept = memory.read(id);
          if (!problem.mayPass && kept) memory.keep(id, withoutSlip(kept));
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
  }, [sending, id, queries, memory]);

  return { sending, cast };
}
