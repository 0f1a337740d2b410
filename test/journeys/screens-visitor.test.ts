/** Every screen of somebody who is not signed in, in every look: no axe violation, nothing wider than the screen, a title. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { municipality, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, faultsOf } from "../support/browser.ts";
import { faultsInEnglish, faultsInEveryLook, faultsOn } from "./looks.ts";
import { arriveAt, press } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;

beforeAll(async () => {
  here = await testApp();
}, 180_000);
afterAll(() => here?.close());

const screens = [
  ["the first page", "/"],
  ["a municipality", "/molenlanden"],
  ["a kern, for who does not take part yet", "/molenlanden/arkel"],
  ["joining: which kern", "/meedoen"],
  ["joining: who are you", "/meedoen?gemeente=molenlanden&kern=arkel"],
  ["confirming", "/meedoen/bevestigen#molenlanden.abcdefghijklmnopqrstuv"],
  ["confirming with half a link", "/meedoen/bevestigen"],
  ["signing in", "/aanmelden"],
  ["signing in after a fault", "/aanmelden?fout=not-a-member"],
  ["a sign-in link", "/aanmelden/link#molenlanden.abcdefghijklmnopqrstuv"],
  ["a sign-in link that is over", "/aanmelden/link"],
  ["accessibility", "/toegankelijkheid"],
  ["privacy", "/privacy"],
  ["terms", "/voorwaarden"],
  ["an address that leads nowhere", "/molenlanden/arkel/bestaat/niet"],
] as const;
const missing = /status of 404/;

test("every screen is sound in every look", async () => {
  const page = await journey.pageFor(here.origin, { expecting: missing });
  expect(await faultsOn(page, screens, faultsInEveryLook)).toEqual([]);
}, 300_000);

test("every screen is sound in English", async () => {
  const page = await journey.pageFor(here.origin, { language: "en", expecting: missing });
  expect(await faultsOn(page, screens, faultsInEnglish)).toEqual([]);
}, 180_000);

async function toConsent(page: Page): Promise<void> {
  await page.goto(`/meedoen?gemeente=${municipality}&kern=arkel`);
  await page.getByLabel("Uw naam").fill("Sjaan Scherm");
  await page.getByLabel("Uw e-mailadres").fill("sjaan@voorbeeld.example");
  await press(page, "Verder");
  await arriveAt(page, "Vindt u dit goed?");
}

test("joining: what one agrees to, with its fault, and the page that sends to the mailbox", async () => {
  const page = await journey.pageFor(here.origin);
  await toConsent(page);
  await press(page, "Aanmelding versturen");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Ja, ik doe mee" }).check();
  await press(page, "Aanmelding versturen");
  await arriveAt(page, "Kijk in uw mail");
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 240_000);

test("joining with the map open", async () => {
  const page = await journey.pageFor(here.origin);
  await page.goto("/meedoen");
  await press(page, "Kernen op de kaart");
  await page.getByRole("button", { name: "Dichterbij" }).waitFor();
  // Kernen lie close: pins cover each other. That is allowed where the list beside them does the same (WCAG 2.2, 2.5.8, "equivalent").
  const covered = /target-size.*leaflet-marker-icon.*partially obscured/;
  expect((await faultsInEveryLook(page)).filter((fault) => !covered.test(fault))).toEqual([]);
}, 240_000);

test("the practice sign-in, in light and dark", async () => {
  const page = await journey.pageFor(here.origin);
  await page.goto(`/aanmelden/microsoft?gemeente=${municipality}&terug=/`);
  await page.getByRole("heading", { name: /Wie bent u vandaag/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await faultsOf(page)).toEqual([]);
});
