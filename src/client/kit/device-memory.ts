/** What this device remembers between visits. A device that may not remember (private window, full) simply forgets. */
const prefix = "kernplein.";

export function remembered(name: string): string | null {
  try {
    return window.localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** True when it was really kept. */
export function remember(name: string, value: string): boolean {
  try {
    window.localStorage.setItem(prefix + name, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string): void {
  try {
    window.localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
