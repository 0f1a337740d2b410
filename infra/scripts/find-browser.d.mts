/** The path of a Chromium on this machine, or undefined when it has none. */
export function findBrowser(): string | undefined;
