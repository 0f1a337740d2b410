import { useState } from "react";
import { asProblem, type Problem } from "../problem.ts";
import { type VotablePoll, type Voter, withPass } from "./deliver.ts";
import { keepBallot, keptBallot } from "./device.ts";
import { newBallot } from "./kept.ts";

type Pass = { is: "unneeded" | "needed" | "asking" | "here" } | { is: "failed"; problem: Problem };
export type PassHandle = Pass & { ask: () => void };

/** The voting pass of level 2 on this device: asked for when the voter says so, minutes or days before she casts. */
export function usePass(poll: VotablePoll, voter: Voter, onElsewhere: () => void): PassHandle {
  const [pass, setPass] = useState<Pass>(() => {
    if (poll.level !== 2) return { is: "unneeded" };
    return { is: keptBallot(poll.poll)?.pass ? "here" : "needed" };
  });
  async function ask() {
    setPass({ is: "asking" });
    const before = keptBallot(poll.poll);
    try {
      await withPass(poll, voter, before ?? newBallot(), (kept) => keepBallot(poll.poll, kept));
      setPass({ is: "here" });
    } catch (fault) {
      const problem = asProblem(fault);
      setPass({ is: "failed", problem });
      if (problem.code === "pass-taken") onElsewhere();
    }
  }
  return { ...pass, ask: () => void ask() };
}
