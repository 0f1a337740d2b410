/** Makes docs/screens anew (`npm run screens`): every screen of the tour on a desktop and a phone, light and dark, with the sample content. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import sharp from "sharp";
import { readConfig } from "../../src/config.ts";
import { loadDemo } from "../../src/local/demo/load-demo.ts";
import { findTab } from "../../src/provisioning/index.ts";
import { paths } from "../../src/shared/links.ts";
import { startApp } from "../../src/wiring/app.ts";
import { provisionAll } from "../../src/wiring/provision.ts";
import { findBrowser } from "./find-browser.mjs";

const municipality = "molenlanden";
const out = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };
const people = { resident: "aafke.aardewijn@voorbeeld.example", officer: "anneke.voorbeeld@molenlanden.example", councillor: "hanneke.raadsma@molenlanden.example", admin: "lotte.beheerma@molenlanden.example" };

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
  const officer = await tokenOf(origin, people.officer);
  const { proposals } = await ask<{ proposals: { proposal: string }[] }>(origin, officer, "/v1/voorstellen?kern=arkel&sort=most-supported");
  const { polls } = await ask<{ polls: { poll: string; state: string }[] }>(origin, officer, "/v1/stemmingen?kern=arkel");
  const proposal = proposals[0]?.proposal ?? "";
  const poll = polls.find(({ state }) => state === "open")?.poll ?? "";
  const screens: [name: string, who: keyof typeof people | null, path: string][] = [
    ["landing", null, paths.home()],
    ["join", null, paths.join()],
    ["kern-home", "resident", paths.kern(municipality, "arkel")],
    ["proposals", "resident", paths.proposals(municipality, "arkel")],
    ["proposal", "resident", paths.proposal(municipality, proposal)],
    ["new-proposal", "resident", paths.newProposal(municipality, "arkel")],
    ["poll", "resident", paths.poll(municipality, poll)],
    ["booth", "resident", paths.booth(municipality, poll)],
    ["me", "resident", paths.me(municipality)],
    ["desk", "officer", paths.desk(municipality)],
    ["new-poll", "officer", paths.newPoll(municipality, "arkel", proposal)],
    ["overview", "councillor", paths.overview(municipality)],
    ["kern-reading", "councillor", paths.kernReading(municipality, "arkel")],
    ["admin", "admin", paths.teams(municipality)],
    ["mailbox", null, "/local/postvak"],
  ];
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const scheme of ["light", "dark"] as const) {
      for (const who of [null, ...Object.keys(people)] as (keyof typeof people | null)[]) {
        const context = await on.newContext({ viewport, colorScheme: scheme, locale: "nl-NL" });
        if (who) await signIn(context, origin, people[who]);
        for (const [name, reader, path] of screens) {
          if (reader !== who) continue;
          const page = await context.newPage();
          await page.goto(origin + path, { waitUntil: "networkidle" });
          const picture = await page.screenshot({ fullPage: name !== "overview" && name !== "landing" });
          // A palette keeps the repository small; the eye sees no difference.
          await sharp(picture)
            .png({ palette: true, quality: 90, effort: 8 })
            .toFile(`${out}${name}-${size}${scheme === "dark" ? "-dark" : ""}.png`);
          await page.close();
        }
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

async function ask<T>(origin: string, token: string, path: string): Promise<T> {
  return (await fetch(origin + path, { headers: { Authorization: `Bearer ${token}` } })).json() as Promise<T>;
}
