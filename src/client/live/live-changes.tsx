import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { callForStream } from "../call.ts";
import { useMe } from "../session.tsx";

/** The page's own first questions come before listening. */
const afterMs = 1000;

/** Keeps what is on the screen up to date for who is signed in. Shows nothing. */
export function LiveChanges() {
  const queries = useQueryClient();
  const person = useMe()?.person;
  useEffect(() => {
    if (person === undefined) return;
    let stop = () => {};
    const start = setTimeout(async () => {
      const [{ keepListening }, { freshen }] = await Promise.all([import("./connection.ts"), import("./freshen.ts")]);
      if (stopped) return;
      const fresh = freshen(queries);
      const end = keepListening({ open: (last, signal) => callForStream("wijzigingen", last, signal), hear: fresh.hear });
      stop = () => {
        end();
        fresh.stop();
      };
    }, afterMs);
    let stopped = false;
    return () => {
      stopped = true;
      clearTimeout(start);
      stop();
    };
  }, [person, queries]);
  return null;
}
