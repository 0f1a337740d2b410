/** Whether a typed word is a known one with a typing error. Pure. */

/** Short words must be right; from five letters one error is forgiven, from eight two. */
export function isTypingErrorOf(given: string, word: string): boolean {
  const forgiven = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
  return forgiven > 0 && Math.abs(given.length - word.length) <= forgiven && distance(given, word) <= forgiven;
}

/** Edits from `a` to `b`, where two neighbours that changed places count as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) edits.push((before[j - 2] ?? 0) + 1);
      row[j] = Math.min(...edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
