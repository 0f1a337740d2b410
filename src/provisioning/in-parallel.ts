/** Runs `body` for every item, at most `width` at once. Ends when all ended; then throws the first failure there was. */
export async function inParallel<Item>(
  items: readonly Item[] | AsyncIterator<Item>,
  width: number,
  body: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = "next" in items ? items : items.values();
  const workers = Array.from({ length: Math.max(1, width) }, async () => {
    for (let next = await waiting.next(); !next.done; next = await waiting.next()) await body(next.value);
  });
  const ended = await Promise.allSettled(workers);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}
