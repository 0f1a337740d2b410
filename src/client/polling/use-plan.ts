import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../api.ts";
import { serverNow } from "../kit/server-clock.ts";
import { asProblem } from "../problem.ts";
import type { DraftStatus } from "../proposals/draft.ts";
import type { PlanFields } from "./plan.ts";

const afterTyping = 800;
const afterFailing = 6000;

export interface PlanStart {
  draft: string;
  kern: string;
  fields: PlanFields;
  /** The planned poll that this is to replace; null for a new one. */
  changes: string | null;
}

export interface PlanHandle {
  fields: PlanFields;
  change: (part: Partial<PlanFields>) => void;
  status: DraftStatus;
  /** Nothing is saved any more: the plan has become a poll. */
  stop: () => void;
}

/** A poll in the making that saves itself on the server, a moment after the last change and again after a failure. */
export function usePlan({ draft, kern, fields: first, changes }: PlanStart): PlanHandle {
  const [fields, setFields] = useState(first);
  const [status, setStatus] = useState<DraftStatus>({ is: "saved", at: null });
  const stopped = useRef(false);

  const change = useCallback((part: Partial<PlanFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setStatus({ is: "changed" });
  }, []);

  useEffect(() => {
    if ((status.is !== "changed" && status.is !== "waiting") || stopped.current) return;
    let overtaken = false;
    const timer = setTimeout(
      () => {
        if (stopped.current) return;
        const tell = (next: DraftStatus) => {
          if (!overtaken) setStatus(next);
        };
        api.savePollDraft({ draft, kern, content: { fields: JSON.parse(JSON.stringify(fields)), changes } }).then(
          () => tell({ is: "saved", at: serverNow() }),
          (fault: unknown) => {
            const problem = asProblem(fault);
            tell(problem.mayPass ? { is: "waiting" } : { is: "refused", problem });
          },
        );
      },
      status.is === "waiting" ? afterFailing : afterTyping,
    );
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [fields, status, draft, kern, changes]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if ((status.is === "changed" || status.is === "waiting") && !stopped.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [status]);

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { fields, change, status, stop };
}
