/** The window of Teams as `npm start` offers it (src/local/teams-frame), with our pages in it. */
import type { FrameLocator, Page } from "playwright-core";
import { frameAddress } from "../../src/local/teams-frame/index.ts";

export interface TeamsWish {
  /** Address of who looks; "": somebody whom Teams does not name. */
  as: string;
  /** The team of this kern; the personal app without it. */
  kern?: string;
  /** What a link in Teams points at within the tab: "/molenlanden/werkplek". */
  to?: string;
  theme?: "default" | "dark" | "contrast";
  /** Teams that never answers. */
  silent?: boolean;
}

/** Opens the window at this app (its origin) and gives the page in the tab. */
export async function openTeams(page: Page, origin: string, wish: TeamsWish): Promise<FrameLocator> {
  // teams-js asks Microsoft which hosts it may trust; a test asks nobody outside.
  const hosts = { status: 200, json: { validOrigins: ["teams.microsoft.com"] }, headers: { "Access-Control-Allow-Origin": "*" } };
  await page.route("https://res.cdn.office.net/**", (route) => route.fulfill(hosts));
  if (wish.silent) {
    await page.addInitScript(() => {
      if (window.parent === window) window.addEventListener("message", (event) => event.stopImmediatePropagation(), true);
    });
  }
  const { as, kern = "", to = "", theme = "default" } = wish;
  const choice = new URLSearchParams({ gemeente: "molenlanden", wie: as, team: kern, doel: to, thema: theme });
  await page.goto(`${frameAddress(origin)}?${choice}`);
  return page.frameLocator("#place iframe");
}

/** The page in the dialog that is open. */
export const inDialog = (page: Page): FrameLocator => page.frameLocator("dialog iframe");

/** What the pages asked Teams so far: names of functions, in order. */
export const asked = (page: Page): Promise<string[]> =>
  page.locator(".said li").evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset["func"] ?? ""));
