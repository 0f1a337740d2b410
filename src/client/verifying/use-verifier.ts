import { useCallback, useEffect, useRef, useState } from "react";
import type { FoundNumber, KeptReceipt, Verdict } from "../../verifier/index.ts";
import type { Asked, Told } from "./messages.ts";

export type Checking =
  | { is: "waiting" }
  | { is: "checking"; check: Extract<Told, { told: "progress" }>["check"]; done: number; total: number }
  | { is: "unreadable" }
  | { is: "broken" }
  | { is: "done"; verdict: Verdict };

/** A verifier beside the page. `verify` begins anew, `stop` ends it; `find` looks a number up in what was verified. */
export function useVerifier() {
  const [checking, setChecking] = useState<Checking>({ is: "waiting" });
  const [found, setFound] = useState<FoundNumber | null>(null);
  const worker = useRef<Worker>(undefined);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
    setChecking({ is: "waiting" });
    setFound(null);
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);

  const verify = useCallback(
    async (source: Blob, receipts: readonly KeptReceipt[]) => {
      stop();
      setChecking({ is: "checking", check: "form", done: 0, total: 1 });
      const beside = new Worker(new URL("./verify-worker.ts", import.meta.url), { type: "module" });
      worker.current = beside;
      beside.addEventListener("error", () => setChecking({ is: "broken" }));
      beside.addEventListener("message", ({ data }: MessageEvent<Told>) => {
        if (data.told === "found") setFound(data.found);
        else if (data.told === "verdict") setChecking({ is: "done", verdict: data.verdict });
        else if (data.told === "unreadable") setChecking({ is: "unreadable" });
        else setChecking({ is: "checking", check: data.check, done: data.done, total: data.total });
      });
      const bytes = await source.arrayBuffer().catch(() => new ArrayBuffer(0));
      beside.postMessage({ ask: "verify", bytes, receipts } satisfies Asked, [bytes]);
    },
    [stop],
  );

  const find = useCallback((number: string) => {
    setFound(null);
    worker.current?.postMessage({ ask: "find", number } satisfies Asked);
  }, []);

  return { checking, found, verify, stop, find };
}
