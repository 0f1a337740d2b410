/** "Tel zelf na" in a real browser: a right file, a wrong one, no file of a poll at all, and one's own vote. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { numberOf } from "../../src/verifier/index.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf, phone } from "../support/browser.ts";
import { kinds, sampleExport } from "../support/sample-exports.ts";

const browser = browserForTests();
let app: TestApp;
let folder: string;

beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), "verify-page-"));
}, 180_000);
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const kind = kinds.find(([name]) => name === "equal shares");
const sample = () => {
  if (!kind) throw new Error("no such kind");
  return sampleExport(kind, 2);
};

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await page.locator('input[type="file"]').setInputFiles(path);
}

async function look(page: Page, name: string): Promise<void> {
  await page.locator("h1").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  if (process.env["SCREENS"]) await page.screenshot({ path: join(process.env["SCREENS"], `${name}.png`), fullPage: true });
}

test.each([
  ["phone", phone, false, "nl"],
  ["phone in the dark", phone, true, "en"],
  ["desktop", desktop, false, "nl"],
  ["desktop in the dark", desktop, true, "nl"],
] as const)(
  "on a %s, somebody who is not signed in checks a file, sees that all is right, and finds her vote",
  async (name, size, dark, language) => {
    const { file } = sample();
    const page = await browser.pageFor(app.origin, { size, dark, language });
    await page.goto("/natellen");
    await look(page, `${name} empty`);
    await choose(page, "uitslag.json.gz", gzipSync(JSON.stringify(file)));
    await page.getByText(language === "nl" ? "Alles klopt" : "All is right", { exact: true }).waitFor();
    expect(await page.locator("li[data-state=passed]").count()).toBe(10);
    await page.getByRole("textbox").fill(
      numberOf(file.log[3] ?? "")
        .toLowerCase()
        .replaceAll("-", " "),
    );
    await page.getByRole("button", { name: language === "nl" ? "Zoek mijn stem" : "Look up my vote" }).click();
    await page.getByText(language === "nl" ? "U koos:" : "You chose:").waitFor();
    await look(page, `${name} sound`);
  },
);

test("a vote that was thrown away is named in full, and what comes after it is not looked at", async () => {
  const { file } = sample();
  file.log.splice(4, 1);
  file.slips?.splice(4, 1);
  const page = await browser.pageFor(app.origin);
  await page.goto("/natellen");
  await choose(page, "weg.json", JSON.stringify(file));
  await page.getByRole("alert").getByText("Er klopt iets niet").waitFor();
  await page
    .getByRole("alert")
    .getByText(/^hoofd \d: telt|^hoofd \d: past niet/)
    .waitFor();
  expect(await page.locator("li[data-state=failed]").count()).toBe(1);
  await look(page, "phone unsound");
});

test("a receipt kept on this device whose ballot is not in the log proves misbehaviour, and the page says so", async () => {
  const { file, receiptFor } = sample();
  const page = await browser.pageFor(app.origin, { expecting: /404/ });
  const lost = receiptFor("ab".repeat(32));
  await page.route("**/export", (route) => route.fulfill({ json: file }));
  const receipts = [{ version: 1, commitment: lost.commitment, number: numberOf(lost.commitment), receipt: lost.signature }];
  const kept = { seed: "A".repeat(43), version: 1, unsent: null, receipts, ask: null, pass: null };
  await page.addInitScript(
    ([poll, ballot]) => localStorage.setItem(`kernplein.stem.${poll}`, ballot ?? ""),
    [lost.poll, JSON.stringify(kept)],
  );
  await page.goto(`/molenlanden/stemming/${file.definition.poll}/natellen`);
  await page
    .getByRole("alert")
    .getByText(/staat niet in het logboek/)
    .waitFor();
  await look(page, "phone lost receipt");
});

test("a file that is no export, and a poll without an export, are told kindly", async () => {
  const page = await browser.pageFor(app.origin, { expecting: /404/ });
  await page.goto("/molenlanden/stemming/3f0c6f1e-6a0e-4b8e-9d5e-0a6f6f3f7c22/natellen");
  await page.getByText("Het bestand is er nog niet").waitFor();
  await choose(page, "foto.json", "geen json");
  await page.getByText("Dit is geen bestand van een stemming.").waitFor();
  await look(page, "phone unreadable");
});
