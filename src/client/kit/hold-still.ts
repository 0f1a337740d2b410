/** What stands in a list while it is read, and what waits until the reader asks for it. */
export interface Held<Row> {
  rows: Row[];
  waiting: Row[];
}

/**
 * Lays fresh rows over those that are shown without moving any: rows keep their place, gone ones go, and what follows after the last
 * one shown is added below. What would come in between waits. Rows that the new ones pushed off the end of a list of fixed length stay
 * until then.
 */
export function holdStill<Row>(shown: readonly Row[], fresh: readonly Row[], idOf: (row: Row) => string): Held<Row> {
  const known = new Set(shown.map(idOf));
  const now = new Map(fresh.map((row) => [idOf(row), row]));
  const last = fresh.findLastIndex((row) => known.has(idOf(row)));
  const unknown = (rows: readonly Row[]) => rows.filter((row) => !known.has(idOf(row)));
  if (shown.length === 0) return { rows: [...fresh], waiting: [] };
  const waiting = unknown(last < 0 ? fresh : fresh.slice(0, last));
  const below = last < 0 ? [] : fresh.slice(last + 1);
  const stays = shown.findLastIndex((row) => now.has(idOf(row)));
  const rows = shown.flatMap((row, place) => {
    const renewed = now.get(idOf(row));
    if (renewed !== undefined) return [renewed];
    return below.length === 0 && place > stays && place - stays <= waiting.length ? [row] : [];
  });
  return { rows: [...rows, ...below], waiting };
}
