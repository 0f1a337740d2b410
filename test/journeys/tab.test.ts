/** The same pages inside Teams: no sign-in, the theme of Teams, links that open at the right place, and setting up the tab. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FrameLocator } from "playwright-core";
import { staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf } from "../support/browser.ts";
import { arriveAt, until, votes } from "./steps.ts";
import { asked, inDialog, openTeams } from "./teams-window.ts";

const journey = browserForTests();
const email = "teun.tab@voorbeeld.example";
const question = "Wilt u een jeu-de-boulesbaan?";
let here: TestApp;
let token = "";
let poll = "";

beforeAll(async () => {
  here = await testApp();
  const author = await here.aResident("Teun Tabblad", email, "arkel");
  await here.aProposal(
    author,
    "Een jeu-de-boulesbaan op het plein",
    "Ouderen en jongeren kunnen er samen spelen. Graag een baan.",
  );
  poll = await here.aPoll("arkel", question);
  // Once the kern has a team its members are guests of the municipality; from then on they have an account.
  await here.provision("arkel");
  token = (await until(() => here.tokenFor(email), Boolean)) ?? "";
}, 180_000);
afterAll(() => here?.close());

/** Written through the API with the token of the tab. */
async function aDraftWithPhoto(): Promise<string> {
  const picture = await readFile(new URL("../../src/local/demo/photos/mill.jpg", import.meta.url));
  const call = async (path: string, type: string, body: Uint8Array<ArrayBuffer> | string) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": type };
    return (await (await fetch(`${here.origin}/v1/${path}`, { method: "POST", headers, body })).json()) as Record<string, string>;
  };
  const { photo } = await call("fotos", "image/jpeg", new Uint8Array(picture));
  const draft = { title: "Molen open", body: "Zet de molen elke zaterdag open.", place: null, photo, photoAlt: "De molen" };
  const { proposal } = await call("kernen/arkel/voorstellen", "application/json", JSON.stringify(draft));
  return proposal ?? "";
}

const mode = (tab: FrameLocator) => tab.locator("html").getAttribute("data-mode");

test("the kern shows at once, without signing in, in the dark theme of Teams", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await openTeams(page, here.origin, { as: email, kern: "arkel", theme: "dark" });
  await arriveAt(tab, "Arkel");
  await tab.getByRole("heading", { name: question }).waitFor();
  await tab.getByRole("link", { name: "Een jeu-de-boulesbaan op het plein" }).waitFor();
  expect([await mode(tab), await tab.locator("html").getAttribute("data-host")]).toEqual(["dark", "teams"]);
  expect(await tab.getByRole("banner").count()).toBe(0);
  expect((await page.context().cookies()).length).toBe(0);
  expect(await asked(page)).toEqual(
    expect.arrayContaining(["initialize", "getContext", "authentication.getAuthToken", "appInitialization.success"]),
  );
  expect(await faultsOf(page)).toEqual([]);
});

test("a change of theme in Teams is followed at once", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await openTeams(page, here.origin, { as: email, kern: "arkel" });
  await arriveAt(tab, "Arkel");
  expect(await mode(tab)).toBe("light");
  await page.getByLabel("Thema").selectOption("contrast");
  expect(
    await until(
      () => mode(tab),
      (now) => now === "contrast",
    ),
  ).toBe("contrast");
  expect((await asked(page)).filter((func) => func === "initialize").length).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
});

test("a link in Teams opens the poll it is about; one votes in a dialog over the tab, on a phone, and the tab knows", async () => {
  const page = await journey.pageFor(here.origin);
  const tab = await openTeams(page, here.origin, { as: email, kern: "arkel", to: `/molenlanden/stemming/${poll}` });
  await arriveAt(tab, question);
  await tab.getByRole("link", { name: "Stem uitbrengen" }).click();
  const booth = inDialog(page);
  await page.getByRole("dialog", { name: question }).waitFor();
  await booth.getByRole("button", { name: "Verder" }).click();
  await booth.getByRole("radio", { name: "Voor", exact: true }).check();
  // Closed half-way: the choice stays on this device, and the tab is as it was.
  await page.getByRole("button", { name: "Sluiten" }).click();
  await arriveAt(tab, question);
  await tab.getByRole("link", { name: "Stem uitbrengen" }).click();
  await booth.getByRole("button", { name: "Verder" }).click();
  expect(await booth.getByRole("radio", { name: "Voor", exact: true }).isChecked()).toBe(true);
  await booth.getByRole("button", { name: "Verder" }).click();
  await booth.getByRole("button", { name: "Stem uitbrengen" }).click();
  await arriveAt(booth, "U hebt gestemd");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Sluiten" }).click();
  await tab.getByRole("heading", { name: "U hebt gestemd" }).waitFor();
  await tab.getByRole("link", { name: "Stem wijzigen" }).click();
  await votes(booth, question, "Tegen");
  await booth.getByRole("link", { name: "Terug naar Arkel" }).click();
  await arriveAt(tab, "Arkel");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("a photo of a proposal shows within Teams, where pictures carry no token", async () => {
  const proposal = await aDraftWithPhoto();
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await openTeams(page, here.origin, { as: email, kern: "arkel", to: `/molenlanden/voorstel/${proposal}` });
  const image = tab.getByRole("img", { name: "De molen" });
  await image.waitFor();
  expect(await image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
});

test("whom Teams does not name, or Kernplein does not know, is told what to do", async () => {
  const page = await journey.pageFor(here.origin);
  const tab = await openTeams(page, here.origin, { as: "", to: "/molenlanden/ik" });
  await arriveAt(tab, "Kernplein weet niet wie u bent");
  expect(await tab.getByRole("link", { name: "Openen in de browser" }).getAttribute("href")).toBe("/molenlanden/ik");
  expect(await faultsOf(page)).toEqual([]);
});

test("the officer has her desk in Teams as well", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await openTeams(page, here.origin, { as: staff.officer, to: "/molenlanden/werkplek" });
  await arriveAt(tab, "Werkplek");
});

test("setting up the tab: the plus sign, choose the kern, press Save, and the tab stands in the channel", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  await openTeams(page, here.origin, { as: staff.officer, kern: "arkel" });
  await page.getByRole("button", { name: "Verkeer" }).click();
  await page.getByRole("button", { name: "Tabblad toevoegen" }).click();
  const settings = inDialog(page);
  await arriveAt(settings, "Voor welke kern is dit tabblad?");
  const save = page.getByRole("button", { name: "Opslaan" });
  expect(await save.isDisabled()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await settings.getByLabel("Naam van de kern of uw postcode").fill("arkel");
  await settings.getByRole("button", { name: "Arkel" }).click();
  await settings.getByText("Dit tabblad toont Arkel.").waitFor();
  await save.click();
  await page.getByRole("button", { name: "Kernplein Arkel" }).waitFor();
  await arriveAt(page.frameLocator("#place iframe"), "Arkel");
  expect(await asked(page)).toEqual(
    expect.arrayContaining(["settings.setValidityState", "registerHandler", "settings.setSettings", "settings.save.success"]),
  );
});

test("a Teams that does not answer gives way to a page in plain words", async () => {
  const page = await journey.pageFor(here.origin);
  await page.clock.install();
  const tab = await openTeams(page, here.origin, { as: email, kern: "arkel", silent: true });
  await tab.locator("#plein").waitFor({ state: "attached" });
  await until(async () => {
    await page.clock.fastForward(2000);
    return tab.getByRole("heading", { name: "Teams antwoordt niet" }).isVisible();
  }, Boolean);
  expect(await tab.getByRole("link", { name: "Openen in de browser" }).getAttribute("href")).toBe(
    `${here.origin}/molenlanden/arkel`,
  );
});

test("the address of a tab, opened in a plain browser, shows the same page with the usual sign-in", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email) });
  await page.goto("/tab/molenlanden/arkel");
  await page.getByRole("heading", { name: question }).waitFor();
  expect(await page.getByRole("banner").count()).toBe(1);
});

test("a proposal begun in a chat is there in the form, and leaves the address", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const to = "/molenlanden/arkel/voorstellen/nieuw#titel=De+dijk&tekst=Graag+dertig.";
  const tab = await openTeams(page, here.origin, { as: email, kern: "arkel", to });
  const title = tab.locator("#title");
  await until(
    () => title.inputValue(),
    (value) => value === "De dijk",
  );
  expect(await tab.locator("#body").inputValue()).toBe("Graag dertig.");
  const frame = page.frames().find((one) => one.url().includes("/voorstellen/nieuw"));
  expect(frame?.url()).not.toContain("#");
});
