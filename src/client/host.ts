/** Where the pages run: in a browser, or in a tab of Teams. Everything else asks this file and knows no difference. */
import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import type { Mode } from "./theme.ts";

export interface Host {
  kind: "browser" | "teams";
  /** What stands before every path: "/tab" inside Teams, where only those pages may be framed. */
  basepath: "/" | "/tab";
  mode(): Mode;
  /** Calls back at each change of theme; gives a function that stops it. */
  onMode(changed: (mode: Mode) => void): () => void;
  /** The token that says who is asking; undefined in a browser, where a cookie does. */
  bearer(): Promise<string | undefined>;
  /** Path a link in Teams points at ("/arkel/…"), or null when the tab was simply opened. */
  deepLink: string | null;
  /** Tells Teams that there is something to see. */
  ready(): void;
  /** Said once the pages are there: the host may show some of them in its own way. */
  attach?: (router: AnyRouter, queries: QueryClient) => void;
}

const dark = "(prefers-color-scheme: dark)";
const forced = "(forced-colors: active)";

function browserMode(): Mode {
  if (window.matchMedia(forced).matches) return "contrast";
  return window.matchMedia(dark).matches ? "dark" : "light";
}

function browserHost(basepath: Host["basepath"]): Host {
  return {
    kind: "browser",
    basepath,
    mode: browserMode,
    onMode(changed) {
      const lists = [dark, forced].map((query) => window.matchMedia(query));
      const tell = () => changed(browserMode());
      for (const list of lists) list.addEventListener("change", tell);
      return () => {
        for (const list of lists) list.removeEventListener("change", tell);
      };
    },
    bearer: async () => undefined,
    deepLink: null,
    ready() {},
  };
}

/** Finds out where we run. Only under /tab, and only within another window, is the Teams library fetched at all. */
export async function openHost(): Promise<Host> {
  const underTab = window.location.pathname === "/tab" || window.location.pathname.startsWith("/tab/");
  if (!underTab) return browserHost("/");
  const framed = window.parent !== window || "nativeInterface" in window;
  if (!framed) return browserHost("/tab");
  const { teamsHost } = await import("./teams-host.ts");
  return teamsHost();
}
