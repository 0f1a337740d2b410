/** The same pages inside Teams: no sign-in, the theme of Teams, links that open at the right place, and setting up the tab. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FrameLocator } from "playwright-core";
import { municipality, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf } from "../support/browser.ts";
import { until } from "./steps.ts";
import { type TeamsWindow, teamsWindow } from "./teams-window.ts";

const journey = browserForTests();
const email = "teun.tab@voorbeeld.example";
const question = "Wilt u een jeu-de-boulesbaan?";
let here: TestApp;
let teams: TeamsWindow;
let token = "";
let poll = "";

beforeAll(async () => {
  [here, teams] = await Promise.all([testApp(), teamsWindow()]);
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
afterAll(async () => {
  await teams?.close();
  await here?.close();
});

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

const tabOf = (path: string) => `${here.origin}/tab${path}`;
const mode = (tab: FrameLocator) => tab.locator("html").getAttribute("data-mode");
const arriveAt = (tab: FrameLocator, name: string) => tab.getByRole("heading", { level: 1, name, exact: true }).waitFor();

test("the kern shows at once, without signing in, in the dark theme of Teams", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await teams.open(page, { tab: tabOf("/molenlanden/arkel"), theme: "dark", token });
  await arriveAt(tab, "Arkel");
  await tab.getByRole("heading", { name: question }).waitFor();
  await tab.getByRole("link", { name: "Een jeu-de-boulesbaan op het plein" }).waitFor();
  expect([await mode(tab), await tab.locator("html").getAttribute("data-host")]).toEqual(["dark", "teams"]);
  expect(await tab.getByRole("banner").count()).toBe(0);
  expect((await page.context().cookies()).length).toBe(0);
  expect((await teams.said(page)).map(([func]) => func)).toEqual(
    expect.arrayContaining(["initialize", "getContext", "authentication.getAuthToken", "appInitialization.success"]),
  );
  expect(await faultsOf(page)).toEqual([]);
});

test("a change of theme in Teams is followed at once", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await teams.open(page, { tab: tabOf("/molenlanden/arkel"), token });
  await arriveAt(tab, "Arkel");
  expect(await mode(tab)).toBe("light");
  await teams.tell(page, "themeChange", "contrast");
  expect(
    await until(
      () => mode(tab),
      (now) => now === "contrast",
    ),
  ).toBe("contrast");
  expect(await faultsOf(page)).toEqual([]);
});

test("a link in Teams opens the poll it is about; one votes within the tab, on a phone", async () => {
  const page = await journey.pageFor(here.origin);
  const tab = await teams.open(page, { tab: tabOf("/molenlanden/arkel"), token, subPage: `/molenlanden/stemming/${poll}` });
  await arriveAt(tab, question);
  await tab.getByRole("link", { name: "Stem uitbrengen" }).click();
  await tab.getByRole("button", { name: "Verder" }).click();
  await tab.getByRole("radio", { name: "Voor", exact: true }).check();
  await tab.getByRole("button", { name: "Verder" }).click();
  await tab.getByRole("button", { name: "Stem uitbrengen" }).click();
  await arriveAt(tab, "U hebt gestemd");
  expect(await faultsOf(page)).toEqual([]);
  await tab.getByRole("link", { name: "Terug naar Arkel" }).click();
  await arriveAt(tab, "Arkel");
  expect(new URL(page.frames()[1]?.url() ?? "").pathname).toBe("/tab/molenlanden/arkel");
});

test("a photo of a proposal shows within Teams, where pictures carry no token", async () => {
  const proposal = await aDraftWithPhoto();
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await teams.open(page, { tab: tabOf(`/molenlanden/voorstel/${proposal}`), token });
  const image = tab.getByRole("img", { name: "De molen" });
  await image.waitFor();
  expect(await image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
});

test("whom Teams does not name, or Kernplein does not know, is told what to do", async () => {
  const page = await journey.pageFor(here.origin);
  const tab = await teams.open(page, { tab: tabOf("/molenlanden/ik") });
  await arriveAt(tab, "Kernplein weet niet wie u bent");
  expect(await tab.getByRole("link", { name: "Openen in de browser" }).getAttribute("href")).toBe("/molenlanden/ik");
  expect(await faultsOf(page)).toEqual([]);
});

test("the officer has her desk in Teams as well", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await teams.open(page, { tab: tabOf("/molenlanden/werkplek"), token: await here.tokenFor(staff.officer) });
  await arriveAt(tab, "Werkplek");
});

test("setting up the tab: choose the kern, press Save in Teams, and Teams gets both addresses", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop });
  const tab = await teams.open(page, { tab: tabOf("/instellen"), frame: "settings", token });
  await arriveAt(tab, "Voor welke kern is dit tabblad?");
  expect(await faultsOf(page)).toEqual([]);
  await tab.getByLabel("Naam van de kern of uw postcode").fill("arkel");
  await tab.getByRole("button", { name: "Arkel" }).click();
  await tab.getByText("Dit tabblad toont Arkel.").waitFor();
  const said = (func: string) =>
    until(async () => (await teams.said(page)).find(([each]) => each === func), Boolean).then((found) => found?.[1]);
  expect(await said("settings.setValidityState")).toEqual([true]);
  expect(await said("registerHandler")).toBeDefined();
  await teams.tell(page, "settings.save", {});
  expect(await said("settings.setSettings")).toEqual([
    {
      entityId: `${municipality}/arkel`,
      contentUrl: `${here.origin}/tab/molenlanden/arkel`,
      websiteUrl: `${here.origin}/molenlanden/arkel`,
      suggestedDisplayName: "Kernplein Arkel",
    },
  ]);
  expect(await said("settings.save.success")).toBeDefined();
});

test("a Teams that does not answer gives way to a page in plain words", async () => {
  const page = await journey.pageFor(here.origin);
  await page.clock.install();
  const tab = await teams.open(page, { tab: tabOf("/molenlanden/arkel"), silent: true });
  await until(() => page.evaluate(() => document.querySelector("iframe")?.src !== ""), Boolean);
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
  const tab = await teams.open(page, {
    tab: tabOf("/molenlanden/arkel/voorstellen/nieuw#titel=De+dijk&tekst=Graag+dertig."),
    token,
  });
  const title = tab.locator("#title");
  await until(
    () => title.inputValue(),
    (value) => value === "De dijk",
  );
  expect(await tab.locator("#body").inputValue()).toBe("Graag dertig.");
  const frame = page.frames().find((one) => one.url().includes("/voorstellen/nieuw"));
  expect(frame?.url()).not.toContain("#");
});
