/** The mailbox as a person sees it, in a real browser. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { makePostOffice } from "../../src/adapters/mail/index.ts";
import { type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import { confirmJoining } from "../../src/notifications/letters/joining.ts";
import { composeMail } from "../../src/notifications/mailing.ts";
import { axeSource, launchBrowser } from "../support/browser.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-page-"));
let mailbox: LocalMailbox;
let server: Server;
let browser: Browser;
let origin = "";

beforeAll(async () => {
  mailbox = await startLocalMailbox({ folder });
  server = createServer((request, response) => {
    if (!mailbox.handler(request, response)) response.end("<!doctype html><title>Bevestigd</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  for (let turn = 1; turn <= 30; turn++) {
    const to = { name: "Jo Voorbeeld", email: `inwoner.${turn}@voorbeeld.example`, language: "nl" as const };
    const url = `${origin}/meedoen/bevestigen#molenlanden.geheim-${turn}`;
    const letter = confirmJoining("nl", { kernName: "Arkel", name: to.name, url, expiresAt: new Date("2026-11-24T12:00:00Z") });
    const contact = { name: "Ina Fictief", phone: "088 000 00 01" };
    const setting = { municipalityName: "Molenlanden", place: "Arkel", accent: "ochre", contact, replyTo: null };
    await office.send({ id: `mail-${turn}`, ...composeMail(to, letter, setting) });
  }
  office.close();
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await mailbox.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** The page alone: axe otherwise waits for an answer out of the mail's frame, in which no script may run. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ iframes: false }));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return [...violations.map(({ id, help }) => `${id}: ${help}`), ...(wide ? ["wider than the screen"] : [])];
}

test.each([
  [320, "light"],
  [360, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const)(
  "reads well at %i px, %s",
  async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(`${origin}/local/postvak`);
    expect(await faults(page)).toEqual([]);
    await page.getByRole("link", { name: /inwoner\.7@/ }).click();
    await page.getByRole("heading", { name: "Bevestig dat u wilt meedoen in Arkel" }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  },
  60_000,
);

test("is found by keyboard, and the button of a mail opens beside the mailbox", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 1000 } });
  await page.goto(`${origin}/local/postvak`);
  await page.getByLabel("Zoek op adres, naam of onderwerp").fill("inwoner.21@");
  await page.keyboard.press("Enter");
  await page.getByText("1 mail", { exact: true }).waitFor();
  await page.getByRole("link", { name: /inwoner\.21@/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Terug naar alle mails" }).waitFor();
  await page.waitForLoadState("load");
  const opening = page.context().waitForEvent("page");
  await page.getByTitle("Inhoud van de mail").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const opened = await opening;
  await opened.waitForURL(`${origin}/meedoen/bevestigen#molenlanden.geheim-21`);
  expect(await opened.title()).toBe("Bevestigd");
  await page.close();
}, 60_000);
