import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { PollDraft, PollDraftsView } from "../../voting/contract.ts";
import { serverNow } from "../kit/server-clock.ts";
import { asProblem } from "../problem.ts";
import type { DraftStatus } from "../proposals/draft.ts";
import type { PlanFields } from "./plan.ts";
import { type PlanSaver, planSaver } from "./plan-saver.ts";
import { pollingKeys } from "./polling-api.ts";

const afterTyping = 800;
const afterFailing = 6000;

export interface PlanStart {
  draft: string;
  kern: string;
  fields: PlanFields;
  /** The planned poll that this is to replace; null for a new one. */
  changes: string | null;
  /** When this draft was saved last; null while it is new. */
  savedAt: string | null;
}

export interface PlanHandle {
  draft: string;
  fields: PlanFields;
  change: (part: Partial<PlanFields>) => void;
  status: DraftStatus;
  /** Another device saved this draft too; nothing is written over it. */
  conflict: boolean;
  /** Keeps what stands here as a draft of its own, beside what the other device saved. Gives its id. */
  keepApart: () => string;
  /** Saves nothing any more, as the plan becomes a poll; gives when the draft was saved last. */
  stop: () => Promise<string | null>;
  /** It became none after all. */
  goOn: (fault: unknown) => void;
}

/** A poll in the making that saves itself on the server, a moment after the last change and again after a failure. */
export function usePlan(start: PlanStart): PlanHandle {
  const { kern, changes } = start;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(start.draft);
  const [saver, setSaver] = useState<PlanSaver>(() => planSaver(start));
  const [fields, setFields] = useState(start.fields);
  const [status, setStatus] = useState<DraftStatus>({ is: "saved", at: null });
  const stopped = useRef(false);
  const conflict = status.is === "refused" && status.problem.code === "changed-meanwhile";

  const change = useCallback((part: Partial<PlanFields>) => {
    setFields((before) => ({ ...before, ...part }));
    // Over what another device saved nothing is written until the officer has chosen.
    setStatus((before) => (before.is === "refused" && before.problem.code === "changed-meanwhile" ? before : { is: "changed" }));
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
        saver.save({ fields: JSON.parse(JSON.stringify(fields)), changes }).then(
          (saved) => {
            queries.setQueryData<PollDraftsView>(
              pollingKeys.drafts,
              (known) => known && { drafts: withSaved(known.drafts, saved) },
            );
            tell({ is: "saved", at: serverNow() });
          },
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
  }, [fields, status, saver, changes, queries]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (status.is !== "saved" && !stopped.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [status]);

  const keepApart = () => {
    const apart = crypto.randomUUID();
    setDraft(apart);
    setSaver(planSaver({ draft: apart, kern, savedAt: null }));
    setStatus({ is: "changed" });
    return apart;
  };
  const stop = () => {
    stopped.current = true;
    return saver.settled();
  };
  const goOn = (fault: unknown) => {
    const problem = asProblem(fault);
    stopped.current = false;
    setStatus(problem.code === "changed-meanwhile" ? { is: "refused", problem } : { is: "changed" });
  };
  return { draft, fields, change, status, conflict, keepApart, stop, goOn };
}

/** The drafts with this one as it was just saved. */
function withSaved(drafts: readonly PollDraft[], saved: PollDraft): PollDraft[] {
  return [saved, ...drafts.filter(({ draft }) => draft !== saved.draft)];
}
