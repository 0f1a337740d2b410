/** Looking at one page in every way people do: phone and desktop, light, dark and high contrast, Dutch and English. */
import type { Page } from "playwright-core";
import { desktop, faultsOf, phone } from "../support/browser.ts";
import { until } from "./steps.ts";

/**
 * Axe takes most of the time of these tests. Structure is judged once for each layout and colours once for each set of colours: what
 * is left out (dark on a phone, light on a desktop) has the layout of one look and the colours of another.
 */
const colours = ["color-contrast", "link-in-text-block"];
const looks: readonly Look[] = [
  { name: "phone, light", size: phone, colorScheme: "light" },
  { name: "phone, high contrast", size: phone, colorScheme: "dark", forcedColors: "active", only: colours },
  { name: "desktop, dark", size: desktop, colorScheme: "dark" },
];
/** What another language can change: names that are missing, words in the wrong language. */
const words = [
  "button-name",
  "link-name",
  "label",
  "select-name",
  "image-alt",
  "empty-heading",
  "html-has-lang",
  "html-lang-valid",
];

interface Look {
  name: string;
  size: { width: number; height: number };
  colorScheme: "light" | "dark";
  forcedColors?: "active";
  /** Rules of axe; all of them unless told. */
  only?: string[];
}

/** Until nothing on the page is still on its way. Gives what it then lacks. */
async function settled(page: Page): Promise<string[]> {
  const coming = () => page.locator("[role=status][aria-label]").count();
  await page.getByRole("heading").or(page.getByRole("alert")).first().waitFor();
  await until(coming, (count) => count === 0);
  const headings = await page.getByRole("heading", { level: 1 }).count();
  const title = await page.title();
  return [
    ...(headings === 1 ? [] : [`it has ${headings} headings of level 1`]),
    ...(/^.{2,} · Kernplein$/.test(title) ? [] : [`the title is "${title}"`]),
  ];
}

/** What is wrong with the page as it stands, in any look; and with its name in the browser's tab. Empty when all is well. */
export async function faultsInEveryLook(page: Page): Promise<string[]> {
  const found = await settled(page);
  for (const { name, size, colorScheme, forcedColors = "none", only } of looks) {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize(size);
    const mode = forcedColors === "active" ? "contrast" : colorScheme;
    await page.locator(`html[data-mode=${mode}]`).waitFor({ state: "attached" });
    found.push(...(await faultsOf(page, only)).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

/** What is wrong with the page in English, on a phone. The page must have been opened in English. */
export async function faultsInEnglish(page: Page): Promise<string[]> {
  const lacks = await settled(page);
  const lang = await page.locator("html").getAttribute("lang");
  return [
    ...lacks,
    ...(lang === "en" ? [] : [`the language is ${lang}`]),
    ...(await faultsOf(page, words)).map((fault) => `English: ${fault}`),
  ];
}

export type Screen = readonly [name: string, path: string];

/**
 * As a link does, within the app: a page need not be loaded anew, which takes longer than looking at it. Another search or fragment of
 * the same page would not be seen to arrive, so that is loaded.
 */
async function goTo(page: Page, path: string): Promise<void> {
  const { pathname, origin } = new URL(page.url());
  const isSame = origin === "null" || new URL(path, origin).pathname === pathname;
  if (isSame || path.includes("#")) {
    // Another fragment alone would not load the page anew.
    if (path.includes("#")) await page.goto("about:blank");
    await page.goto(path);
    return;
  }
  await page.evaluate((to) => {
    document.title = "";
    history.pushState(null, "", to);
  }, path);
  await page.waitForFunction(() => document.title !== "");
}

/** Opens the screens one after the other and gives every fault with the screen it is on. */
export async function faultsOn(
  page: Page,
  screens: readonly Screen[],
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of screens) {
    await goTo(page, path);
    found.push(...(await look(page)).map((fault) => `${name}: ${fault}`));
  }
  return found;
}
