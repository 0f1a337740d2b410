/** Kernplein on the home screen: the worker that keeps the page, and the browser's offer to install it. */
import { useSyncExternalStore } from "react";

interface InstallOffer extends Event {
  prompt(): Promise<void>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function setOffer(given: InstallOffer | null): void {
  offer = given;
  for (const tell of listeners) tell();
}

/**
 * Call once, in a browser: inside Teams the frame belongs to Teams, which keeps pages in its own way. Registered when the page has
 * loaded, so that the first visit pays nothing for it.
 */
export function keepForOffline(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    setOffer(event as InstallOffer);
  });
  window.addEventListener("appinstalled", () => setOffer(null));
  if (!("serviceWorker" in navigator)) return;
  const register = () => void navigator.serviceWorker.register("/dienst.js").then(tellWhatIsHere, () => undefined);
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}

/** The files this page took before the worker was there: without them the next visit would not open offline. */
async function tellWhatIsHere(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const keep = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith("/assets/"))
    .map(({ pathname }) => pathname);
  active?.postMessage({ keep });
}

function onOffer(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Asks the browser to install; null where it makes no such offer, or has been taken up on it. */
export function useInstall(): (() => void) | null {
  const current = useSyncExternalStore(onOffer, () => offer);
  return current && (() => void current.prompt().finally(() => setOffer(null)));
}
