/** What people do on any page, in the words of who sees it. */
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "@jest/globals";
import type { FrameLocator, Locator, Page } from "playwright-core";
import type { Session } from "../support/app.ts";

/** Waits until the page has this as its one heading: one has arrived. */
export const arriveAt = (page: Page | FrameLocator, name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name, exact: typeof name === "string" }).waitFor();

export const press = (page: Page | FrameLocator | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();

export const follow = (page: Page | FrameLocator | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole("link", { name, exact: typeof name === "string" }).click();

/** The id in the address of a proposal's or poll's page. */
export const idIn = (page: Page): string => new URL(page.url()).pathname.split("/")[3] ?? "";

/** The cookie with which this device is signed in. */
export async function sessionOf(page: Page): Promise<Session> {
  const kept = (await page.context().cookies()).find(({ name }) => name === "kernplein");
  return { name: "kernplein", value: kept?.value ?? "" };
}

/** From the door of the booth to the receipt. */
export async function votes(page: Page | FrameLocator, question: string, choice: string): Promise<void> {
  await arriveAt(page, question);
  await press(page, "Verder");
  await page.getByRole("radio", { name: choice, exact: true }).check();
  await press(page, "Verder");
  await arriveAt(page, "Klopt uw keuze?");
  await press(page, "Stem uitbrengen");
  await arriveAt(page, "U hebt gestemd");
}

/** The bars of a chart, once it is drawn; each can have the focus and tells its number. */
export async function barsOf(figure: Locator): Promise<Locator> {
  const bars = figure.locator("svg [tabindex][aria-label]");
  await bars.first().waitFor({ state: "attached" });
  return bars;
}

/** The words of what has the focus: its label or its text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "";
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : [];
    const by = (at.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
    const named = [...by, ...labels].map((each) => each?.textContent ?? "").join(" ");
    return (at.getAttribute("aria-label") || named.trim() || at.textContent || "").trim();
  });

/** Goes to something with the Tab key alone; throws when it cannot be reached in forty presses. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (typeof name === "string" ? at === name : name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`The Tab key does not reach ${name}; it came by: ${passed.join(" | ")}`);
}

/** Tabs to a button or link and presses Enter. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Asks until it is so, ten seconds at most; gives what it was then. */
export async function until<Found>(ask: () => Promise<Found>, isSo: (found: Found) => boolean): Promise<Found> {
  for (let waited = 0; ; waited += 50) {
    const found = await ask();
    if (isSo(found) || waited >= 10_000) return found;
    await sleep(50);
  }
}

/** Tests that follow each other as the chapters of one story: after one that fails the rest says so at once. `mostMs`: for each. */
export function chapters(mostMs = 40_000): (name: string, body: () => Promise<void>) => void {
  let stopped = "";
  return (name, body) =>
    test(
      name,
      async () => {
        if (stopped) throw new Error(`Not tried, because this failed: ${stopped}.`);
        stopped = name;
        await body();
        stopped = "";
      },
      mostMs,
    );
}
