import type { QueryClient } from "@tanstack/react-query";
import type { Change, LiveMessage } from "../../shared/live.ts";
import { isDeep } from "../queries.ts";
import { isBeingTyped, touches } from "./touches.ts";

/** Everybody hears at the same moment; nobody asks at the same moment. */
const soonestMs = 100;
const spreadMs = 900;
/** A proposal that a hundred people support at once is asked for now and then, not a hundred times. */
const restMs = 3000;

export interface Freshener {
  hear(message: LiveMessage): void;
  stop(): void;
}

/** Asks anew for what changed: at once what is on the screen, the rest when it is looked at again; not for a list read very far. */
export function freshen(queries: QueryClient, chance: () => number = Math.random): Freshener {
  let changes: Change[] = [];
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;

  function ask(): void {
    timer = undefined;
    restUntil = Date.now() + restMs;
    const heard = changes;
    const everything = all;
    changes = [];
    all = false;
    void queries.invalidateQueries({
      predicate: (query) =>
        !isDeep(query) && (everything ? !isBeingTyped(query.queryKey) : heard.some((change) => touches(change, query.queryKey))),
    });
  }

  return {
    hear(message) {
      if (!message.all && message.changes.length === 0) return;
      changes.push(...message.changes);
      all ||= message.all ?? false;
      timer ??= setTimeout(ask, Math.max(restUntil - Date.now(), 0) + soonestMs + chance() * spreadMs);
    },
    stop: () => clearTimeout(timer),
  };
}
