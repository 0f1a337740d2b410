/** Headless Chromium for journeys: one per test file, a context of its own for each person, and no fault goes unseen. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll } from "@jest/globals";
import type axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../infra/scripts/find-browser.mjs";
import type { Session } from "./app.ts";

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Throws when this machine has no Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No Chromium: run npm test, which installs it, or set CHROME_PATH.");
  return chromium.launch({ executablePath, args });
}

export interface PageWish {
  /** A phone unless told. */
  size?: { width: number; height: number };
  dark?: boolean;
  language?: "nl" | "en";
  /** Who is signed in. */
  as?: Session;
  /** Whether the page may keep itself for offline; not unless told, so that every test meets the server. */
  offline?: boolean;
  /** Complaints of the page and its console that belong to this test (a server that stumbles, a device without network). */
  expecting?: RegExp;
}

export interface Journey {
  /** A fresh device of one person, with one open page. */
  pageFor(origin: string, wish?: PageWish): Promise<Page>;
}

/** Without the fragment, in which secrets stand. */
const where = (page: Page): string => page.url().split("#")[0] ?? "";

/** What the browser may say: asking who one is, as somebody who is not signed in, is answered by 401. */
const usual = /\/v1\/personen\/ik$/;

/**
 * Call at the top of a test file. Starts Chromium before the tests and closes every page after each; a test in which a page threw, or
 * the console showed an error, fails with those words.
 */
export function browserForTests(): Journey {
  let browser: Browser;
  const open: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
    const told = complaints.splice(0);
    if (told.length > 0) throw new Error(`The browser complained:\n${told.join("\n")}`);
  });
  afterAll(() => browser?.close());

  function listen(page: Page, expecting: RegExp | undefined): void {
    page.on("pageerror", (error) => {
      if (!expecting?.test(String(error))) complaints.push(`${where(page)}: ${error.stack ?? error}`);
    });
    page.on("console", (message) => {
      if (message.type() !== "error" || (usual.test(message.location().url) && message.text().includes("401"))) return;
      if (expecting?.test(message.text())) return;
      complaints.push(`${where(page)}: ${message.text()} (${message.location().url.slice(0, 200)})`);
    });
  }

  return {
    async pageFor(origin, { size = phone, dark = false, language, as, offline = false, expecting } = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: size,
        colorScheme: dark ? "dark" : "light",
        locale: language === "en" ? "en-GB" : "nl-NL",
        timezoneId: "Europe/Amsterdam",
        reducedMotion: "reduce",
        serviceWorkers: offline ? "allow" : "block",
      });
      context.setDefaultTimeout(10_000);
      open.push(context);
      context.on("page", (page) => listen(page, expecting));
      if (as) await context.addCookies([{ ...as, url: origin }]);
      if (language)
        await context.addInitScript((chosen) => {
          // The empty page that a tab begins with has no memory.
          if (location.protocol.startsWith("http")) localStorage.setItem("kernplein.language", chosen);
        }, language);
      return context.newPage();
    },
  };
}

/** The small one: pages read it word for word, each anew. */
export const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds wrong on the page as it stands, one line each; and whether it is wider than the screen. Empty when all is well.
 * `only`: these rules of axe (none: its width alone) instead of all that belong to WCAG 2.2 AA and good practice.
 */
export async function faultsOf(page: Page, only?: readonly string[]): Promise<string[]> {
  const found = only?.length === 0 ? [] : await axeFaults(page, only);
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const widest = [...document.querySelectorAll("body *")]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 0.5)
      .at(-1);
    return `${scrollWidth} px wide on a screen of ${clientWidth}: ${widest?.outerHTML.slice(0, 160)}`;
  });
  return wider === null ? found : [...found, wider];
}

/** Signposts of Fluent's keyboard library: empty, and they pass the focus on in the moment they get it. */
const judged = { include: [["html"]], exclude: [["i[data-tabster-dummy]"]] };

/** With axe put into each frame once: the builder made for it does so for every question, which takes longer than the judging. */
async function axeFaults(page: Page, only: readonly string[] | undefined): Promise<string[]> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => "axe" in window)) continue;
    await frame.evaluate(`${axeSource}; axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] })`);
  }
  const runOnly = only ? { type: "rule" as const, values: [...only] } : { type: "tag" as const, values: rules };
  const options = { runOnly, resultTypes: ["violations" as const] };
  const { violations } = await page.evaluate(([what, how]) => (window as unknown as { axe: typeof axe }).axe.run(what, how), [
    judged,
    options,
  ] as const);
  return violations.map(({ id, nodes }) => {
    const [first] = nodes;
    const why = first?.failureSummary?.split("\n")[1]?.trim();
    return `${id} (${nodes.length} times): ${first?.target.join(" ")}: ${why}`;
  });
}
