/**
 * The rows of all pages in one list, each once: while somebody pages on, a new row at the top pushes the last row of a page onto the
 * next one. Rows keep the place where they first appeared.
 */
export function mergePages<Row>(pages: readonly (readonly Row[])[], idOf: (row: Row) => string): Row[] {
  const rows = new Map<string, Row>();
  for (const page of pages) {
    for (const row of page) if (!rows.has(idOf(row))) rows.set(idOf(row), row);
  }
  return [...rows.values()];
}
