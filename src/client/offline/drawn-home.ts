/** The home of a kern as it was last drawn on this device, so that the next visit sees it before the code of the page has begun. */
import { forget, remember, remembered } from "../kit/device-memory.ts";

export interface DrawnHome {
  /** It is shown only where it would be drawn the same: by this build, at this address, in this language and these colours. */
  where: string;
  mode: string;
  /** What stands within the page. Styles of elements stand in data-style: the policy of the page takes none from HTML. */
  html: string;
  /** The rules that the page made while it ran. */
  css: string;
}

/** The element all pages stand in. */
export const stage = (): HTMLElement | null => document.getElementById("plein");

/** Names what a drawing depends on. `mode`: the colours, as on the html element. */
export function whereDrawn(language: string, mode: string): string {
  const build = document.querySelector<HTMLScriptElement>("script[src*='/assets/index-']")?.src;
  return [build, window.location.pathname, language, mode].join(" ");
}

const matches = (query: string): boolean => window.matchMedia(query).matches;

/** As the page will be drawn in a moment. */
function whereWillBeDrawn(): string {
  const mode = matches("(forced-colors: active)") ? "contrast" : matches("(prefers-color-scheme: dark)") ? "dark" : "light";
  return whereDrawn(remembered("language") ?? "nl", mode);
}

const drawer = "drawn";

/** What was kept, when it would be drawn the same here; null otherwise. */
export function drawnHere(): DrawnHome | null {
  try {
    const kept = JSON.parse(remembered(drawer) ?? "null") as DrawnHome | null;
    return kept?.where === whereWillBeDrawn() ? kept : null;
  } catch {
    return null;
  }
}

/** At hand at once: by the time the device's database answers, a slow phone is busy with the page itself. */
export const keepDrawnHome = (drawn: DrawnHome): boolean => remember(drawer, JSON.stringify(drawn));
export const forgetDrawnHome = (): void => forget(drawer);
