/** What a screen adds to itself comes after what it shows first. */

/** A page nobody looks at draws no frames. */
const longestMs = 500;

/** Resolves once the browser has painted what stands now. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longestMs);
    requestAnimationFrame(() => setTimeout(resolve));
  });
