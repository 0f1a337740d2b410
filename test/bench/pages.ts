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

/** Runs in the page: what moved, what kept the thread, how long a press took to show. */
function watch(): void {
  const seen = { shift: 0, presses: [] as number[], frames: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) seen.shift += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.presses.push(entry.duration);
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

const seenIn = (page: Page) => page.evaluate(() => (window as unknown as { seen: { shift: number; presses: number[] } }).seen);

/** Milliseconds from asking for the page until this is drawn. */
async function drawnAfter(page: Page, path: string, selector: string): Promise<number> {
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForSelector(selector, { state: "visible" });
  return page.evaluate(
    () => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
  );
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
  into.first.push(await drawnAfter(one.page, home, aRow));
  // What a first visit keeps for the next one is on the device now.
  await one.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await one.page.waitForTimeout(3000);
  into.shift.push((await seenIn(one.page)).shift);
  await one.page.close();
  const again = await slowPage(context);
  into.later.push(await drawnAfter(again.page, home, aRow));
  await again.page.waitForTimeout(1500);
  into.shift.push((await seenIn(again.page)).shift);
  await again.page.locator(aRow).first().click();
  const support = again.page.getByRole("button", { name: /steun/i }).first();
  await support.waitFor();
  await again.page.waitForTimeout(500);
  await support.click();
  await again.page.waitForTimeout(500);
  const { presses, shift } = await seenIn(again.page);
  into.press.push(Math.max(16, ...presses));
  into.shift.push(shift);
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
  for (let before = ""; before !== "10000"; before = (await count()) ?? "") {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(20);
  }
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
  const rows = Number(await count());
  await context.close();
  return { rows, ...scrolled };
}

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
    await fillProposals(stage, 10_000);
    const { rows, elements, frames } = await scroll(browser, stage, token);
    const late = frames.filter((frame) => frame > 50).length;
    console.log("\nPages on a slow phone (processor ÷ 4, slow 4G, 360 × 740)");
    console.log(`home, first visit: ${Math.round(median(visits.first))} ms (aim ≤ 2,500)`);
    console.log(`home, later visit: ${Math.round(median(visits.later))} ms (aim ≤ 1,000)`);
    console.log(`slowest press (a row, "Ik steun dit"): ${Math.round(median(visits.press))} ms (aim ≤ 100)`);
    console.log(`most that a page shifted: ${Math.max(...visits.shift).toFixed(3)} (aim ≤ 0.05)`);
    console.log(
      `${rows} proposals, three screens a second: ${elements} elements, frame ${Math.round(median(frames))} ms in the middle, ${late} of ${frames.length} later than 50 ms`,
    );
    console.log(JSON.stringify(visits));
  } finally {
    await browser.close();
    await stage.stop();
  }
}
