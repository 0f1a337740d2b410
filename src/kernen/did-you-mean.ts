/** The name nearest to `given` by at most a third of its letters, capitals aside; undefined when none is near. */
export function didYouMean(given: string, names: readonly string[]): string | undefined {
  if (given.length > 60) return undefined;
  const word = given.toLowerCase();
  let best: { name: string; steps: number } | undefined;
  for (const name of names) {
    const steps = stepsBetween(word, name.toLowerCase());
    if (steps <= Math.max(1, Math.floor(name.length / 3)) && steps < (best?.steps ?? Number.POSITIVE_INFINITY))
      best = { name, steps };
  }
  return best?.name;
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function stepsBetween(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let steps = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    before = previous;
    previous = row;
  }
  return previous[to.length] ?? 0;
}
