/**
 * Makes docs/screens anew (`npm run screens`): every screen of the tour on a desktop and a phone, light and dark, with the sample content.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import sharp from "sharp";
import { readConfig } from "../../src/config.ts";
import { loadDemo } from "../../src/local/demo/load-demo.ts";
import { findTab } from "../../src/provisioning/index.ts";
import { startApp } from "../../src/wiring/app.ts";
import { provisionAll } from "../../src/wiring/provision.ts";
import { findBrowser } from "./find-browser.mjs";
import { screensOf } from "./screens.ts";

const municipality = "molenlanden";
const out = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };
const people = { resident: "aafke.aardewijn@voorbeeld.example", voter: "nel.den.hartog@voorbeeld.example", officer: "anneke.voorbeeld@molenlanden.example", councillor: "hanneke.raadsma@molenlanden.example", admin: "lotte.beheerma@molenlanden.example" };

const folder = mkdtempSync(join(tmpdir(), "kernplein-screens-"));
// PostgreSQL runs as a user of its own, who must be able to look in.
chmodSync(folder, 0o755);
const app = await startApp(readConfig({ LOCAL_FOLDER: folder, PORT: "0", LOG_LEVEL: "silent" }));
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
try {
  await loadDemo({ perform: app.perform, inMunicipality: app.workshop.inMunicipality, addPhoto: app.addPhoto, now: new Date() });
  await provisionAll({ ...app, publicUrl: app.web.publicOrigin }, { municipality });
  await app.settled();
  await changeByHand();
  mkdirSync(out, { recursive: true });
  await makeAll(browser, app.web.publicOrigin);
} finally {
  await browser.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

/** So that the administrators' page has something to show. */
async function changeByHand(): Promise<void> {
  const tenant = app.files.find(({ slug }) => slug === municipality)?.entraTenantId ?? "";
  for (const kern of ["arkel", "hoornaar"]) {
    const tab = await app.workshop.inMunicipality(municipality, (tx) => findTab(tx, kern, "voorstellen"));
    if (tab) await app.workplace.workplace.removeTab(tenant, tab.teamId, tab.channelId, tab.tabId);
  }
  const admin = await tokenOf(app.web.publicOrigin, people.admin);
  const headers = { Authorization: `Bearer ${admin}`, "Content-Type": "application/json" };
  await fetch(`${app.web.publicOrigin}/v1/teamcontroles`, { method: "POST", headers, body: "{}" });
  await app.settled();
}

async function makeAll(on: Browser, origin: string): Promise<void> {
  const tokens = { resident: await tokenOf(origin, people.resident), officer: await tokenOf(origin, people.officer), voter: await tokenOf(origin, people.voter) };
  const screens = await screensOf({ ask: (who, path, body) => ask(origin, tokens[who], path, body), municipality });
  // One device of one voter: what it keeps of her vote goes from picture to picture.
  let kept: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const scheme of ["light", "dark"] as const) {
      for (const who of [null, ...Object.keys(people)] as (keyof typeof people | null)[]) {
        const state = who === "voter" && kept ? { storageState: kept } : {};
        const context = await on.newContext({ viewport, colorScheme: scheme, locale: "nl-NL", reducedMotion: "reduce", ...state });
        if (who && !(who === "voter" && kept)) await signIn(context, origin, people[who]);
        for (const screen of screens) {
          if (screen.who !== who || (screen.only && screen.only !== size) || (screen.light && scheme === "dark")) continue;
          const page = await context.newPage();
          await page.goto(origin + screen.path);
          await page.locator("h1, iframe").first().waitFor();
          await screen.before?.(page);
          // Nothing may be on its way any more: a skeleton is no picture of a page.
          await page.waitForFunction(() => !document.querySelector("[role=status][aria-label]"));
          await page.waitForTimeout(500);
          const picture = await page.screenshot({ fullPage: !screen.asSeen });
          // A palette keeps the repository small; the eye sees no difference.
          await sharp(picture)
            .png({ palette: true, quality: 90, effort: 8 })
            .toFile(`${out}${screen.name}-${size}${scheme === "dark" ? "-dark" : ""}.png`);
          await page.close();
        }
        if (who === "voter") kept = await context.storageState();
        await context.close();
      }
    }
  }
}

async function signIn(context: BrowserContext, origin: string, email: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/aanmelden/microsoft?gemeente=${municipality}&terug=/`);
  await page.locator('input[type="email"]').fill(email);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.origin === origin && !url.pathname.startsWith("/local"));
  await page.close();
}

async function tokenOf(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/local/aanmelden`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ email }) });
  return ((await answer.json()) as { token: string }).token;
}

async function ask<T>(origin: string, token: string, path: string, body?: { method: string; content: object }): Promise<T> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(origin + path, { headers, ...(body && { method: body.method, body: JSON.stringify(body.content) }) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
