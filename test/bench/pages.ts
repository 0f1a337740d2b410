/**
 * What a slow phone waits for: pages in Chromium with the processor four times as slow and "slow 4G" (1.6 Mbit/s down, 0.75 up, 150 ms
 * for every answer: Lighthouse's own figures), on a screen of 360 × 740. Beside an empty page of our own over the same line.
 */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../infra/scripts/find-browser.mjs";
import { median } from "./harness.ts";
import { fillProposals } from "./proposal-list.ts";
import { makeMembers, openStage, type Stage, tokensOf } from "./stage.ts";

const times = 5;
const slow4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: 0.75e6 / 8 };
const home = "/molenlanden/arkel";
const aRow = "main li h3 a";

interface Slow {
  page: Page;
  devtools: CDPSession;
}

async function slowPage(context: BrowserContext): Promise<Slow> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(watch);
  return { page, devtools };
}

interface Seen {
  /** Milliseconds after which the first proposal stood on the screen. */
  drawn: number | null;
  shift: number;
  presses: number[];
}

/** Runs in the page: when it was drawn, what moved, how long a press took to show. */
function watch(): void {
  const seen: Seen = { drawn: null, shift: 0, presses: [] };
  Object.assign(window, { seen });
  const draws = new MutationObserver(() => {
    if (!document.querySelector("main li h3 a")) return;
    draws.disconnect();
    // Behind the frame in which it is painted.
    requestAnimationFrame(() => setTimeout(() => (seen.drawn = performance.now())));
  });
  draws.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) seen.shift += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    // The pointer that happens to lie over what appears presses nothing.
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (entry.interactionId > 0) seen.presses.push(entry.duration);
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** Opens the home of a kern and lets it come to rest. */
async function openHome(page: Page): Promise<Seen> {
  await page.goto(home, { waitUntil: "commit" });
  await page.waitForTimeout(6000);
  return seenIn(page);
}

interface Visits {
  first: number[];
  later: number[];
  shift: number[];
  press: number[];
}

async function visit(browser: Browser, stage: Stage, token: string, into: Visits): Promise<void> {
  const context = await contextOf(browser, stage, token);
  const one = await slowPage(context);
  const first = await openHome(one.page);
  // What a first visit keeps for the next one is on the device now.
  await one.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await one.page.close();
  const again = await slowPage(context);
  const later = await openHome(again.page);
  into.first.push(first.drawn ?? Number.NaN);
  into.later.push(later.drawn ?? Number.NaN);
  await again.page.locator(aRow).first().click();
  const support = again.page.getByRole("button", { name: /steun/i }).first();
  await support.waitFor();
  await again.page.waitForTimeout(500);
  await support.click();
  await again.page.waitForTimeout(500);
  const { presses, shift } = await seenIn(again.page);
  into.press.push(Math.max(16, ...presses));
  into.shift.push(first.shift, shift);
  await context.close();
}

const contextOf = (browser: Browser, { origin }: Stage, token: string) =>
  browser.newContext({
    baseURL: origin,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: "nl-NL",
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });

interface Scrolled {
  rows: number;
  elements: number;
  /** Milliseconds between frames while the list goes by. */
  frames: number[];
}

/** Reads on to the end of ten thousand proposals, then goes through them at three screens a second. */
async function scroll(browser: Browser, stage: Stage, token: string): Promise<Scrolled> {
  const context = await contextOf(browser, stage, token);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto("/molenlanden/arkel/voorstellen");
  await page.getByRole("button", { name: /^Meer laten zien/ }).click();
  const count = () => page.locator("main li[aria-posinset]").last().getAttribute("aria-posinset");
  const end = performance.now() + 120_000;
  while ((await count()) !== "10000" && performance.now() < end) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(20);
  }
  const rows = Number(await count());
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const scrolled = await page.evaluate(async () => {
    const frames: number[] = [];
    const end = document.documentElement.scrollHeight;
    window.scrollTo(0, end / 2);
    await new Promise((done) => setTimeout(done, 1000));
    let last = await new Promise<number>(requestAnimationFrame);
    const begun = last;
    while (last - begun < 6000) {
      const now = await new Promise<number>(requestAnimationFrame);
      window.scrollBy(0, ((now - last) / 1000) * 3 * window.innerHeight);
      frames.push(now - last);
      last = now;
    }
    return { frames, elements: document.querySelectorAll("main *").length };
  });
  await context.close();
  return { rows, ...scrolled };
}

/** "1,234 ms (1,200 to 1,300)": the middle one, and from the least to the most. */
const inMs = (figures: readonly number[]): string => {
  const [least, middle, most] = [Math.min(...figures), median(figures), Math.max(...figures)].map((ms) =>
    Math.round(ms).toLocaleString("en"),
  );
  return `${middle} ms (${least} to ${most})`;
};

/** The bench "pages". */
export async function benchPages(): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No Chromium: run npm test, which installs it, or set CHROME_PATH.");
  const stage = await openStage();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const [email = ""] = await makeMembers(stage, "arkel", 1);
    const [token = ""] = await tokensOf(stage, [email]);
    await fillProposals(stage, 60);
    const visits: Visits = { first: [], later: [], shift: [], press: [] };
    for (let time = 0; time < times; time++) await visit(browser, stage, token, visits);
    console.log("\nPages on a slow phone (processor ÷ 4, slow 4G, 360 × 740)");
    console.log(`home, first visit: ${inMs(visits.first)} (aim ≤ 2,500)`);
    console.log(`home, later visit: ${inMs(visits.later)} (aim ≤ 1,000)`);
    console.log(`slowest press (a row, "Ik steun dit"): ${inMs(visits.press)} (aim ≤ 100)`);
    console.log(`most that a page shifted: ${Math.max(...visits.shift).toFixed(3)} (aim ≤ 0.05)`);
    await fillProposals(stage, 10_000);
    const { rows, elements, frames } = await scroll(browser, stage, token);
    const late = frames.filter((frame) => frame > 50).length;
    console.log(
      `${rows} proposals, three screens a second: ${elements} elements, a frame ${inMs(frames)}, ${late} of ${frames.length} over 50 ms`,
    );
  } finally {
    await browser.close();
    await stage.stop();
  }
}
