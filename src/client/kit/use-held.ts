import { useEffect, useReducer, useRef } from "react";
import { type Held, holdStill } from "./hold-still.ts";

interface HeldList<Row> extends Held<Row> {
  /** Shows what waits, in the order it has now. */
  showAll: () => void;
}

/**
 * A list that does not move under the eyes of who reads it. `name`: which list it is (a filter); another one starts anew. `loading`:
 * the answer that is shown may be one of an earlier visit; the first new one is taken as it is.
 */
export function useHeld<Row>(name: string, fresh: readonly Row[], idOf: (row: Row) => string, loading: boolean): HeldList<Row> {
  const kept = useRef<{ name: string; rows: Row[]; reading: boolean }>({ name, rows: [], reading: false });
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const same = kept.current.name === name && kept.current.reading;
  const { rows, waiting } = same ? holdStill(kept.current.rows, fresh, idOf) : { rows: [...fresh], waiting: [] };
  useEffect(() => {
    kept.current = { name, rows, reading: (kept.current.name === name && kept.current.reading) || !loading };
  });
  return {
    rows,
    waiting,
    showAll() {
      kept.current = { name, rows: [...fresh], reading: true };
      draw();
    },
  };
}
