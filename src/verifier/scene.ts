/** What the checks hand to one another, and the breath between them that keeps a page alive. */
import type { Choice } from "../voting/counting/poll.ts";
import type { ExportFile } from "./export-shape.ts";
import type { Brought, CheckName, OnProgress, Verdict } from "./verdict.ts";

export interface Scene {
  file: ExportFile;
  brought: Brought;
  /** Per leaf the number of its batch; known after the check of the log. */
  batchOf: Int32Array;
  /** Per slip whether a higher version replaced it; known after the check of the keys. Null when slips are withheld. */
  replaced: Uint8Array | null;
  recounted: Verdict["recounted"];
  /** Calls `each` for 0 to `total`, a few hundred at a time. */
  walk(total: number, each: (at: number) => void | Promise<void>): Promise<void>;
}

const pace = 500;

export function makeScene(file: ExportFile, brought: Brought, checking: () => CheckName, onProgress: OnProgress): Scene {
  return {
    file,
    brought,
    batchOf: new Int32Array(file.log.length),
    replaced: null,
    recounted: null,
    async walk(total, each) {
      for (let from = 0; from < total; from += pace) {
        const waiting: Promise<void>[] = [];
        for (let at = from; at < Math.min(from + pace, total); at++) {
          const answer = each(at);
          if (answer) waiting.push(answer);
        }
        await firstFailure(waiting);
        onProgress({ check: checking(), done: Math.min(from + pace, total), total });
        if (from + pace < total) await breath();
      }
    },
  };
}

/** Of checks that run side by side the first in order is named, not the first to end. */
async function firstFailure(waiting: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(waiting)) if (outcome.status === "rejected") throw outcome.reason;
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

/** The choices of slips that are not replaced. Null when they are withheld. */
export function countedSlips({ file, replaced }: Scene): Choice[] | null {
  return file.slips?.flatMap(({ choice }, at) => (replaced?.[at] === 1 ? [] : [choice])) ?? null;
}
