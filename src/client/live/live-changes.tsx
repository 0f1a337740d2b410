import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { callForStream } from "../call.ts";
import { useMe } from "../session.tsx";

/** The page's own first questions come before listening. */
const afterMs = 1000;
const againMs = 10_000;

/** Keeps what is on the screen up to date for who is signed in. Shows nothing. */
export function LiveChanges() {
  const queries = useQueryClient();
  const person = useMe()?.person;
  useEffect(() => {
    if (person === undefined) return;
    let stop = () => {};
    let stopped = false;
    const begin = async () => {
      const files = await Promise.all([import("./connection.ts"), import("./freshen.ts")]).catch(() => null);
      if (stopped) return;
      if (!files) {
        // The line was gone in that very moment.
        timer = setTimeout(begin, againMs);
        return;
      }
      const [{ keepListening }, { freshen }] = files;
      const fresh = freshen(queries);
      const end = keepListening({ open: (last, signal) => callForStream("wijzigingen", last, signal), hear: fresh.hear });
      stop = () => {
        end();
        fresh.stop();
      };
    };
    let timer = setTimeout(begin, afterMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [person, queries]);
  return null;
}
