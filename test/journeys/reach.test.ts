import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf, phone } from "../support/browser.ts";
import { arriveAt, barsOf, follow } from "./steps.ts";

const browser = browserForTests();
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const author = await app.aResident("Schrijver Voorbeeld", "schrijver@voorbeeld.example", "arkel");
  await app.aResident("Buurvrouw Voorbeeld", "buurvrouw@voorbeeld.example", "arkel");
  // The local mailbox refuses mail for this address: 552.
  await app.aResident("Vol Voorbeeld", "vol@voorbeeld.example", "arkel");
  await app.aProposal(author, "Steiger terug aan de Merwede", "Vroeger lag hier een steiger. Die willen wij terug.");
  await app.aPoll("arkel", "Komt de steiger er?");
  await app.app.settled();
}, 240_000);
afterAll(() => app?.close());

test("an officer sees whom a message reached and whom it did not, in the mail server's own words", async () => {
  const page = await browser.pageFor(app.origin, { size: phone, as: await app.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek");
  await page.getByRole("link", { name: /^Bereik/ }).click();
  const poll = page.getByRole("listitem").filter({ hasText: "Komt de steiger er?" });
  await poll.getByText("2 mails aangenomen").waitFor();
  await poll.getByText("1 niet bereikt").waitFor();
  const proposal = page.getByRole("listitem").filter({ hasText: "Steiger terug" });
  await proposal.filter({ hasText: "De kaart staat niet in Teams." }).first().waitFor();
  await page.getByText("De app staat nog niet in dit team.").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await poll.getByRole("link", { name: "Komt de steiger er?" }).click();
  await page.getByRole("heading", { name: "Komt de steiger er?" }).waitFor();
  const row = page.getByRole("listitem").filter({ hasText: "Vol Voorbeeld" });
  await row.getByText("Mail geweigerd").waitFor();
  await row.getByText(/552/).waitFor();
  expect(await page.getByText("Buurvrouw Voorbeeld").count()).toBe(0);
  await page.getByRole("button", { name: /^Iedereen/ }).click();
  await page.getByRole("listitem").filter({ hasText: "Buurvrouw" }).getByText("Mail aangenomen door de mailserver").waitFor();
  expect(await faultsOf(page)).toEqual([]);
}, 120_000);

test("an officer reads a year of her kernen, or of one, in charts with their tables", async () => {
  const page = await browser.pageFor(app.origin, { size: phone, as: await app.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek");
  await follow(page, /^Inzicht/);
  await arriveAt(page, "Inzicht");
  const people = page.getByRole("figure", { name: /^Nu doen 3 mensen mee/ });
  await people.waitFor();
  await page.getByRole("figure", { name: /^In twaalf maanden kwamen er 3 mensen bij/ }).waitFor();
  await page.getByRole("figure", { name: /binnen een dag een besluit/ }).waitFor();
  const reach = page.getByRole("figure", { name: /^Van de laatste berichten kwam/ });
  expect(await (await barsOf(reach)).count()).toBeGreaterThan(0);
  await reach.getByText("De cijfers in een tabel").click();
  const row = reach.getByRole("row", { name: /^Komt de steiger er\?/ });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["0", "2", "1"]);
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByLabel("Kern", { exact: true }).selectOption("Hoornaar");
  await page.getByRole("figure", { name: "Er doet nog niemand mee." }).waitFor();
  expect(new URL(page.url()).search).toBe("?kern=hoornaar");
}, 120_000);

test("she chooses her quiet hours, and they are kept", async () => {
  const page = await browser.pageFor(app.origin, { size: desktop, as: await app.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek/bereik");
  await page.getByLabel("Stil vanaf").fill("22:30");
  await page.getByRole("button", { name: "Stille uren bewaren" }).click();
  await page.getByText("Uw stille uren zijn bewaard.").first().waitFor();
  await page.reload();
  await page.getByLabel("Stil vanaf").waitFor();
  expect(await page.getByLabel("Stil vanaf").inputValue()).toBe("22:30");
  expect(await page.getByLabel("Stil tot").inputValue()).toBe("08:00");
  expect(await faultsOf(page)).toEqual([]);
}, 120_000);

test("a resident is told whose page it is, and a message that is not there gets a sentence", async () => {
  const resident = await browser.pageFor(app.origin, { size: phone, as: await app.signInAs("buurvrouw@voorbeeld.example") });
  await resident.goto("/molenlanden/werkplek/bereik");
  await resident.getByText("Deze pagina is voor contactpersonen").waitFor();
  expect(await faultsOf(resident)).toEqual([]);
  const expecting = /404/;
  const officer = await browser.pageFor(app.origin, { size: desktop, expecting, as: await app.signInAs(staff.officer) });
  await officer.goto("/molenlanden/werkplek/bereik/arkel/poll-opened~00000000-0000-4000-8000-000000000000");
  await officer.getByRole("alert").waitFor();
  expect(await faultsOf(officer)).toEqual([]);
}, 120_000);
