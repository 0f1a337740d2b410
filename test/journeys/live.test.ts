import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import type { Locator } from "playwright-core";
import { supportProposal } from "../../src/proposals/index.ts";
import { type Person, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf } from "../support/browser.ts";
import { arriveAt, focused, press, until } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;
let author: Person;
let reader: Person;
const readerMail = "lies@voorbeeld.example";
beforeAll(async () => {
  here = await testApp();
  author = await here.aResident("Aad Arkelaar", "aad@voorbeeld.example", "arkel");
  reader = await here.aResident("Lies Lezer", readerMail, "arkel");
}, 120_000);
afterAll(() => here?.close());

const body = "Een plek om even te zitten, met uitzicht over het water en de molens.";

test("two people look at one list: what one does the other sees, and nothing moves under her eyes", async () => {
  for (let number = 1; number <= 12; number++) await here.aProposal(author, `Bankje nummer ${number}`, body);
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(readerMail) });
  const listening = page.waitForResponse((answer) => answer.url().endsWith("/v1/wijzigingen"));
  await page.goto("/molenlanden/arkel/voorstellen");
  await page.getByText("Bankje nummer 12").waitFor();
  await listening;
  const row = page.getByRole("listitem").filter({ hasText: "Bankje nummer 5" });
  await row.scrollIntoViewIfNeeded();
  await row.getByRole("link").focus();
  const top = async () => (await row.boundingBox())?.y;
  const before = await top();

  const newest = await here.aProposal(author, "Steiger aan de Merwede", body);
  const more = page.getByRole("button", { name: "1 nieuw voorstel" });
  await more.waitFor();
  expect(await top()).toBe(before);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Bankje nummer 5");
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await faultsOf(page)).toEqual([]);

  await more.click();
  await page.getByRole("link", { name: "Steiger aan de Merwede" }).waitFor();
  await until(
    () => focused(page),
    (at) => at === "Steiger aan de Merwede",
  );
  expect(await focused(page)).toBe("Steiger aan de Merwede");
  await here.app.perform(supportProposal, reader, { proposal: newest });
  const first = page.getByRole("listitem").filter({ hasText: "Steiger aan de Merwede" });
  await first.getByText("1 persoon steunt dit").waitFor();
}, 120_000);

test("a page that was offline catches up when it is online again", async () => {
  const page = await journey.pageFor(here.origin, {
    as: await here.signInAs(readerMail),
    expecting: /ERR_INTERNET_DISCONNECTED/,
  });
  const proposal = await here.aProposal(author, "Een fietspomp bij de kerk", body);
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await arriveAt(page, "Een fietspomp bij de kerk");
  await page.waitForResponse((answer) => answer.url().endsWith("/v1/wijzigingen"));
  await page.context().setOffline(true);
  await page.getByText("Geen internet.").waitFor();
  await here.app.perform(supportProposal, reader, { proposal });
  await page.context().setOffline(false);
  await page.getByText("1 persoon steunt dit").first().waitFor({ timeout: 20_000 });
}, 120_000);

test("the officer sees a task come, decides, takes it back, and decides about two at once", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(staff.officer) });
  const listening = page.waitForResponse((answer) => answer.url().endsWith("/v1/wijzigingen"));
  await page.goto("/molenlanden/werkplek");
  await page.getByText("Alles is gedaan").waitFor();
  await listening;
  await here.aSubmission(author, "Een waterpomp op het plein", body);
  await arriveAt(page, "1 taak wacht op u");
  await press(page, "Voorstel plaatsen");
  await page.getByText("Een waterpomp op het plein wordt geplaatst.").waitFor();
  await page.getByText("Alles is gedaan").waitFor();
  await press(page, "Ongedaan maken");
  await arriveAt(page, "1 taak wacht op u");

  await press(page, "Terug met een vraag");
  await page.getByRole("textbox", { name: "Uw toelichting" }).fill("Waar moet de pomp precies komen?");
  await press(page, "Terugsturen");
  await press(page, "Ongedaan maken");
  expect(await page.getByRole("textbox", { name: "Uw toelichting" }).inputValue()).toBe("Waar moet de pomp precies komen?");

  await here.aSubmission(author, "Een hek om de speeltuin", body);
  await arriveAt(page, "2 taken wachten op u");
  await press(page, "Alles kiezen");
  expect(await faultsOf(page)).toEqual([]);
  await press(page, "2 voorstellen plaatsen");
  await page.getByText("U besliste over 2 taken.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, "Meteen doen");
  const states = () =>
    here.inMunicipality("molenlanden", (tx) =>
      tx
        .selectFrom("proposal")
        .select("state")
        .where("title", "in", ["Een waterpomp op het plein", "Een hek om de speeltuin"])
        .execute(),
    );
  const now = await until(states, (found) => found.every(({ state }) => state === "published"));
  expect(now.map(({ state }) => state)).toEqual(["published", "published"]);
}, 120_000);

test("filters stand in the address, and the question mark explains the keys", async () => {
  await here.aSubmission(author, "Bloembakken in de straat", body);
  const page = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek?soort=aanmelding");
  await page.getByText("Hier wacht niets").waitFor();
  await page.getByLabel("Soort").selectOption("Nieuw voorstel");
  await page.waitForURL(/soort=voorstel/);
  const task = page.getByRole("region", { name: "Taken" }).getByRole("button", { name: /Bloembakken/ });
  await task.focus();
  await page.keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Werken met toetsen" });
  await help.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await task.focus();
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "1 voorstel plaatsen" }).waitFor();
  await page.keyboard.press("a");
  await page.getByText("Bloembakken in de straat wordt geplaatst.").waitFor();
  await page.keyboard.press("u");
  await task.waitFor();
  // Whoever leaves has decided.
  await task.focus();
  await page.keyboard.press("a");
  await page.goto("/molenlanden/arkel/voorstellen");
  await page.getByText("Bloembakken in de straat").waitFor();
}, 120_000);

/** Where it stands once the rows above it have been measured: the same in five looks, a tenth of a second apart. */
async function restingPlace(of: Locator): Promise<{ y: number } | null> {
  let place = await of.boundingBox();
  for (let still = 0; still < 5; still += 1) {
    await of.page().waitForTimeout(100);
    const now = await of.boundingBox();
    if (now?.y !== place?.y) still = 0;
    place = now;
  }
  return place;
}

test("a long list on a phone holds only what is on the screen, reads on by itself, and gives one's place back", async () => {
  await here.inMunicipality("molenlanden", async (tx) => {
    await sql`insert into proposal (municipality_id, proposal_id, kern_id, author_id, title, body, state, created_at, changed_at, submitted_at, published_at)
      select 'molenlanden', gen_random_uuid(), 'ottoland', ${author.person}, 'Wens ' || n, ${body}, 'published', at, at, at, at
      from generate_series(1, 300) n, lateral (select now() - n * interval '1 minute' as at) t`.execute(tx);
  });
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(readerMail) });
  await page.goto("/molenlanden/ottoland/voorstellen");
  await page.getByRole("button", { name: "Meer laten zien (20 van 300)" }).click();
  const last = page.locator("main li").last();
  await until(
    async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      return last.textContent();
    },
    (text) => text?.includes("Wens 300") ?? false,
  );
  expect(await last.getAttribute("aria-posinset")).toBe("300");
  expect(await last.getAttribute("aria-setsize")).toBe("300");
  expect(await page.locator("main li").count()).toBeLessThan(60);
  expect(await faultsOf(page)).toEqual([]);

  const wish = page.getByRole("link", { name: "Wens 290", exact: true });
  await wish.scrollIntoViewIfNeeded();
  const before = await restingPlace(wish);
  await wish.click();
  await arriveAt(page, "Wens 290");
  await page.goBack();
  await wish.waitFor();
  const moved = async () => Math.abs(((await wish.boundingBox())?.y ?? 1000) - (before?.y ?? 0));
  expect(await until(moved, (by) => by < 4)).toBeLessThan(4);

  // Who has the focus keeps it, however far she scrolls.
  await wish.focus();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("link", { name: "Wens 1", exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Wens 290");
}, 120_000);
