import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { type TestApp, testApp } from "../support/app.ts";
import { browserForTests, faultsOf } from "../support/browser.ts";
import { arriveAt, press, until } from "./steps.ts";

const journey = browserForTests();
const email = "lies@voorbeeld.example";
/** Without internet; and in the moment of signing out a question may still be on its way. */
const gone = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Problem: unreachable|status of 401/;
let here: TestApp;
let proposal: string;
beforeAll(async () => {
  here = await testApp();
  await here.aResident("Lies Lezer", email, "arkel");
  const author = await here.aResident("Aad Arkelaar", "aad@voorbeeld.example", "arkel");
  proposal = await here.aProposal(
    author,
    "Een fietspomp bij de kerk",
    "Dan hoeft niemand meer met een lekke band naar huis te lopen.",
  );
}, 120_000);
afterAll(() => here?.close());

/** What lies on this device: names of caches with their addresses, and what the database holds as text. */
const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) addresses.push(new URL(request.url).pathname);
    // Opening it before the page does would leave the page an empty one.
    const isThere = (await indexedDB.databases()).some(({ name }) => name === "kernplein");
    const kept = await new Promise<unknown>((resolve) => {
      if (!isThere) return resolve([]);
      const request = indexedDB.open("kernplein");
      request.onsuccess = () => {
        const all = request.result.transaction("gelezen").objectStore("gelezen").getAll();
        all.onsuccess = () => resolve(all.result);
      };
      request.onerror = () => resolve([]);
    });
    return { addresses, kept: JSON.stringify(kept) };
  });

test("what was read is read again without internet, and signing out leaves nothing behind", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email), offline: true, expecting: gone });
  await page.goto("/molenlanden/arkel");
  await page.getByText("Een fietspomp bij de kerk").first().waitFor();
  // Who leaves by the address bar in the first second has the next page kept, not this one.
  await until(
    () => onDevice(page),
    ({ addresses, kept }) => kept.includes("fietspomp") && addresses.some((address) => address.startsWith("/assets/index")),
  );
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await arriveAt(page, "Een fietspomp bij de kerk");
  await until(
    () => onDevice(page),
    ({ kept }) => kept.includes(`"proposals","one","${proposal}"`),
  );
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto("/molenlanden/ik");
  await arriveAt(page, "Lies Lezer");

  await page.context().setOffline(true);
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await arriveAt(page, "Een fietspomp bij de kerk");
  await page.getByText("Geen internet.").waitFor();
  await page.goto("/molenlanden/arkel");
  await page.getByText("Een fietspomp bij de kerk").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto("/molenlanden/arkel/stemmingen");
  await page.getByText("Kernplein is nu niet te bereiken. Hebt u internet?").waitFor();
  await page.getByText("Geen internet.").waitFor();
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Ik" }).waitFor();

  await page.context().setOffline(false);
  const { addresses } = await onDevice(page);
  expect(addresses.filter((address) => address !== "/" && !address.startsWith("/assets/"))).toEqual([]);
  await page.goto("/molenlanden/ik");
  await press(page, "Afmelden op dit apparaat");
  await page.getByRole("link", { name: "Aanmelden", exact: true }).waitFor();
  const { kept } = await until(
    () => onDevice(page),
    (found) => !found.kept.includes(email),
  );
  expect(kept).not.toContain("fietspomp");
  expect(kept).not.toContain(email);
}, 180_000);

test("who takes over a device without the other signing out finds nothing of her, and leaves nothing of her there", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email), offline: true });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await until(
    () => onDevice(page),
    ({ kept }) => kept.includes(`"proposals","one","${proposal}"`) && kept.includes(email),
  );
  await page.context().addCookies([{ ...(await here.signInAs("aad@voorbeeld.example")), url: here.origin }]);
  await page.goto("/molenlanden/ik");
  await arriveAt(page, "Aad Arkelaar");
  const { kept } = await until(
    () => onDevice(page),
    (found) => found.kept.includes("Aad Arkelaar"),
  );
  expect(kept).not.toContain(email);
  expect(kept).not.toContain(`"proposals","one","${proposal}"`);
}, 120_000);

/** The files of the page itself do not come until told; what came before the page's own code is all there is. */
async function withoutItsCode(page: Page): Promise<() => void> {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/assets/index-*.js", async (route) => {
    await coming;
    await route.continue();
  });
  return come;
}

test("the home stands there as it was last drawn before its code has come, without what was asked of her, and signing out ends that", async () => {
  const question = "Een bank bij de sluis?";
  await here.aPoll("arkel", question);
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email), expecting: gone });
  await page.goto("/molenlanden/arkel");
  await page.getByRole("heading", { name: question }).waitFor();
  const drawn = await until(
    () => page.evaluate(() => localStorage.getItem("kernplein.drawn") ?? ""),
    (kept) => kept.includes("fietspomp"),
  );
  expect(drawn).not.toContain(question);

  // In another language it would be drawn otherwise, so nothing is shown.
  const english = await page.context().newPage();
  await withoutItsCode(english);
  await english.addInitScript(() => localStorage.setItem("kernplein.language", "en"));
  const questioned = english.waitForResponse(/\/v1\/personen\/ik$/);
  await english.goto("/molenlanden/arkel", { waitUntil: "commit" });
  await questioned;
  expect(await english.locator("#plein").innerHTML()).toBe("");
  await english.evaluate(() => localStorage.removeItem("kernplein.language"));
  await english.close();

  const next = await page.context().newPage();
  await page.close();
  const come = await withoutItsCode(next);
  await next.goto("/molenlanden/arkel", { waitUntil: "commit" });
  const row = next.getByRole("link", { name: "Een fietspomp bij de kerk" });
  await row.waitFor();
  expect(await row.getAttribute("href")).toBe(`/molenlanden/voorstel/${proposal}`);
  expect(await next.getByRole("heading", { name: question }).count()).toBe(0);
  come();
  await next.getByRole("heading", { name: question }).waitFor();
  expect(await next.getByRole("heading", { level: 1 }).count()).toBe(1);
  expect(await row.count()).toBe(1);
  await next.goto("/molenlanden/ik");
  await press(next, "Afmelden op dit apparaat");
  await next.getByRole("link", { name: "Aanmelden", exact: true }).waitFor();

  const last = await next.context().newPage();
  await withoutItsCode(last);
  const asked = last.waitForResponse(/\/v1\/personen\/ik$/);
  await last.goto("/molenlanden/arkel", { waitUntil: "commit" });
  await asked;
  expect(
    await last.evaluate(() => [localStorage.getItem("kernplein.drawn"), document.getElementById("plein")?.innerHTML]),
  ).toEqual([null, ""]);
}, 120_000);

test("a poster is saved from the page of a proposal", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email) });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  const saving = page.waitForEvent("download");
  await press(page, "Affiche op A4");
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("affiche-kernplein-a4.pdf");
  expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await faultsOf(page)).toEqual([]);
}, 120_000);
