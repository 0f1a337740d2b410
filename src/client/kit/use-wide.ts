import { useSyncExternalStore } from "react";

const query = "(min-width: 64em)";

function onChange(tell: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener("change", tell);
  return () => list.removeEventListener("change", tell);
}

/** Whether there is room for columns side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(onChange, () => window.matchMedia(query).matches);
}
