/** A page that plays the window of Teams around a tab: it speaks the host's side of teams-js, as far as our pages need it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrameLocator, Page } from "playwright-core";

export interface TeamsWish {
  /** Address of the tab, with /tab. */
  tab: string;
  frame?: "content" | "settings";
  theme?: "default" | "dark" | "contrast";
  /** What single sign-on gives; without it Teams refuses. */
  token?: string;
  /** What a link in Teams points at within the tab. */
  subPage?: string;
  /** Teams that never answers. */
  silent?: boolean;
}

export interface TeamsWindow {
  origin: string;
  /** Opens the tab in this window of Teams. */
  open(page: Page, wish: TeamsWish): Promise<FrameLocator>;
  /** What the tab said to Teams so far: the function, and what went with it. */
  said(page: Page): Promise<[string, unknown[]][]>;
  /** Teams tells the tab something: "themeChange", "settings.save". */
  tell(page: Page, func: string, ...args: unknown[]): Promise<void>;
  close(): Promise<void>;
}

/** Runs in the page. What every function answers is what Microsoft's own clients answer. */
function playTeams(): void {
  const wish = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const said: [string, unknown[]][] = [];
  const frame = document.querySelector("iframe") as HTMLIFrameElement;
  const runtime = { apiVersion: 4, isLegacyTeams: false, supports: { pages: { config: {}, appButton: {}, tabs: {} }, logs: {} } };
  const context = {
    theme: wish.theme,
    locale: "nl-nl",
    frameContext: wish.frame,
    entityId: "kernplein",
    subEntityId: wish.subPage,
    hostName: "Teams",
    hostClientType: "web",
    sessionId: "1",
  };
  const answers: Record<string, () => unknown[]> = {
    initialize: () => [wish.frame, "web", JSON.stringify(runtime), "2.58.0"],
    getContext: () => [context],
    "authentication.getAuthToken": () => (wish.token ? [true, wish.token] : [false, "CancelledByUser"]),
    "settings.setSettings": () => [true],
  };
  window.addEventListener("message", ({ data, origin }) => {
    if (typeof data?.func !== "string" || wish.silent) return;
    said.push([data.func, data.args]);
    const args = answers[data.func]?.();
    if (args) frame.contentWindow?.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
  });
  Object.assign(window, { said, tab: frame });
  frame.src = wish.tab;
}

const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Teams</title>
<style>html,body{margin:0;height:100%}h1{margin:0;font-size:12px}main{display:flex;flex-direction:column;height:100%}iframe{border:0;flex:1;width:100%}</style></head>
<body><main aria-label="Teams"><h1>Teams</h1><iframe title="Kernplein"></iframe></main><script>(${playTeams})()</script></body></html>`;

export async function teamsWindow(): Promise<TeamsWindow> {
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    async open(page, { frame = "content", theme = "default", ...wish }) {
      // teams-js asks Microsoft which hosts it may trust; a test asks nobody outside.
      const hosts = {
        status: 200,
        json: { validOrigins: ["teams.microsoft.com"] },
        headers: { "Access-Control-Allow-Origin": "*" },
      };
      await page.route("https://res.cdn.office.net/**", (route) => route.fulfill(hosts));
      await page.goto("about:blank");
      await page.goto(`${origin}/#${encodeURIComponent(JSON.stringify({ frame, theme, ...wish }))}`);
      return page.frameLocator("iframe");
    },
    said: (page) => page.evaluate(() => (window as unknown as { said: [string, unknown[]][] }).said),
    async tell(page, func, ...args) {
      await page.evaluate(
        (message) => {
          (window as unknown as { tab: HTMLIFrameElement }).tab.contentWindow?.postMessage(message, "*");
        },
        { func, args },
      );
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
