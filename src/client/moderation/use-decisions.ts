import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useState } from "react";
import { keys } from "../queries.ts";
import { type Decision, type Decisions, keepDecisions, sendDecision } from "./decisions.ts";

export interface Failed {
  decision: Decision;
  fault: unknown;
}

/** The decisions of this visit to the desk. Whoever leaves it, or closes the page, has them carried out at once. */
export function useDecisions(): { decisions: Decisions; failed: Failed[]; forgetFailed: () => void } {
  const queries = useQueryClient();
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [failed, setFailed] = useState<Failed[]>([]);
  const [decisions] = useState(() =>
    keepDecisions({
      send: sendDecision,
      changed: draw,
      async done(refused) {
        setFailed(refused);
        await Promise.all([["proposals"], keys.desk].map((queryKey) => queries.invalidateQueries({ queryKey })));
      },
    }),
  );
  useEffect(() => {
    const leave = () => void decisions.carryOutAll();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [decisions]);
  return { decisions, failed, forgetFailed: () => setFailed([]) };
}
