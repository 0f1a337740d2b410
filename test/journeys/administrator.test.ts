import { afterAll, beforeAll, expect } from "@jest/globals";
import type { Page } from "playwright-core";
import { findTab } from "../../src/provisioning/index.ts";
import { staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf, phone } from "../support/browser.ts";
import { faultsInEnglish, faultsInEveryLook } from "./looks.ts";
import { arriveAt, chapters, follow, press, until } from "./steps.ts";

const browser = browserForTests();
// Teams are really made, by jobs, while the page is looked at.
const chapter = chapters(120_000);
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  // A municipality that has two kernen and a theme team, so that applying is a matter of seconds.
  const [file] = app.app.files.filter(({ slug }) => slug === "molenlanden");
  if (!file) throw new Error("There is no file of Molenlanden.");
  file.kernen = file.kernen.filter(({ slug }) => ["arkel", "hoornaar"].includes(slug));
}, 240_000);
afterAll(() => app?.close());

const state = (page: Page) => page.getByRole("region", { name: "Hoe het nu is" });
const headline = (page: Page, words: string | RegExp) =>
  state(page).getByRole("heading", { name: words }).waitFor({ timeout: 40_000 });
const admin = async (size = desktop) => browser.pageFor(app.origin, { size, as: await app.signInAs(staff.admin) });

/** As an owner does it in Teams. */
async function removeTabByHand(kern: string): Promise<void> {
  const { workplace } = app.app.workplace;
  const tenant = app.app.files.find(({ slug }) => slug === "molenlanden")?.entraTenantId ?? "";
  const tab = await app.inMunicipality("molenlanden", (tx) => findTab(tx, kern, "voorstellen"));
  if (!tab) throw new Error(`There is no tab in ${kern}.`);
  await workplace.removeTab(tenant, tab.teamId, tab.channelId, tab.tabId);
}

chapter("the administrator signs in, finds her page, and sees what is to be made", async () => {
  const page = await admin();
  await page.goto("/molenlanden");
  await follow(page, "Beheer");
  await arriveAt(page, "Beheer");
  await headline(page, "3 kernen zijn nog niet klaar");
  await page.getByText("Team Arkel maken").waitFor();
  await page.getByText("Toestemming", { exact: true }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
});

chapter("she looks at what will happen, applies it, follows it, and everything is right", async () => {
  const page = await admin();
  await page.goto("/molenlanden/beheer");
  await headline(page, "3 kernen zijn nog niet klaar");
  await press(page, "Toepassen …");
  await page.getByRole("heading", { name: "Wat er gaat gebeuren" }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, /^\d+ stappen nu toepassen$/);
  await headline(page, /^Bezig/);
  await page.getByRole("progressbar").waitFor();
  await headline(page, "Alles klopt");
  await page.getByText(/^Gelukt: \d+ stappen gedaan$/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

chapter("a tab is removed by hand: she sees it, two of them ask for it at once, and it is put back once", async () => {
  await removeTabByHand("arkel");
  const [page, other] = [await admin(), await admin(phone)];
  await page.goto("/molenlanden/beheer");
  await press(page, "Opnieuw kijken");
  await headline(page, "1 kern wijkt af");
  await page.getByText("Iemand haalde een tabblad weg.").first().waitFor();
  await page.getByText("Tabblad Voorstellen vastzetten in Voorstellen").waitFor();
  await other.goto("/molenlanden/beheer");
  await headline(other, "1 kern wijkt af");
  expect(await faultsOf(other)).toEqual([]);
  await press(page, "Toepassen …");
  await press(page, "1 stap nu toepassen");
  await headline(page, "Alles klopt");
  await page.getByText("Gelukt: 1 stap gedaan").waitFor();
  await other.reload();
  await headline(other, "Alles klopt");
  await other.getByText("Gelukt: 1 stap gedaan").waitFor();
});

chapter("she lets a change be, and takes that back", async () => {
  await removeTabByHand("hoornaar");
  const page = await admin(phone);
  await page.goto("/molenlanden/beheer");
  await press(page, "Opnieuw kijken");
  await headline(page, "1 kern wijkt af");
  await press(page, /^Zo laten/);
  await headline(page, "Alles klopt");
  await page.getByRole("heading", { name: "Zo gelaten" }).waitFor();
  await until(
    () => page.getByRole("button", { name: /^Toch terugzetten/ }).count(),
    (count) => count === 1,
  );
  expect(await faultsOf(page)).toEqual([]);
  await press(page, /^Toch terugzetten/);
  await headline(page, "1 kern wijkt af");
});

chapter("in English it says the same, and an officer is told that it is not hers", async () => {
  const english = await browser.pageFor(app.origin, { language: "en", as: await app.signInAs(staff.admin) });
  await english.goto("/molenlanden/beheer");
  await english.getByRole("heading", { name: "1 village differs" }).waitFor();
  expect(await faultsInEnglish(english)).toEqual([]);
  const officer = await browser.pageFor(app.origin, { as: await app.signInAs(staff.officer) });
  await officer.goto("/molenlanden/beheer");
  await officer.getByText("Deze pagina is voor beheerders").waitFor();
  expect(await officer.getByRole("link", { name: "Beheer" }).count()).toBe(0);
});
