/** Which mails come: chosen on one's own page, and stopped from under a mail by who is not signed in. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestApp, testApp } from "../support/app.ts";
import { browserForTests } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, press } from "./steps.ts";

const journey = browserForTests();
const email = "kees.kiest@voorbeeld.example";
let here: TestApp;

beforeAll(async () => {
  here = await testApp();
  await here.aResident("Kees Kiest", email, "arkel");
}, 180_000);
afterAll(() => here?.close());

test("a resident chooses her mails, stops one kind from a mail without signing in, and starts it again", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email) });
  await page.goto("/molenlanden/ik");
  await arriveAt(page, "Kees Kiest");
  const polls = page.getByRole("switch", { name: /^Een stemming in mijn kern/ });
  const results = page.getByRole("switch", { name: /^Uitslagen in mijn kern/ });
  expect(await polls.isChecked()).toBe(true);
  await results.uncheck();
  await page
    .getByRole("status")
    .filter({ hasText: "Deze mail krijgt u niet meer: Uitslagen in mijn kern." })
    .waitFor({ state: "attached" });
  expect(await faultsInEveryLook(page)).toEqual([]);

  await here.aPoll("arkel", "Mag de dijk eenrichting worden?");
  const mail = await here.mail(email, "Stem in Arkel");
  const link = mail.links.find((each) => each.includes("/mails-stoppen#")) ?? "";
  const stranger = await journey.pageFor(here.origin, { expecting: /status of 400/ });
  await stranger.goto(link.replace(here.origin, ""));
  await arriveAt(stranger, "Wilt u deze mails niet meer?");
  expect(new URL(stranger.url()).hash).toBe("");
  await page.reload();
  await arriveAt(page, "Kees Kiest");
  expect(await polls.isChecked()).toBe(true);
  expect(await results.isChecked()).toBe(false);
  await press(stranger, "Deze mails stoppen");
  await arriveAt(stranger, "U krijgt deze mails niet meer");
  await stranger.getByText("Het gaat om: Een stemming in mijn kern.").waitFor();
  expect(await faultsInEveryLook(stranger)).toEqual([]);
  await page.reload();
  await arriveAt(page, "Kees Kiest");
  expect(await polls.isChecked()).toBe(false);
  await polls.check();

  await stranger.goto("/privacy");
  await stranger.goto("/mails-stoppen#molenlanden.verzonnen");
  await press(stranger, "Deze mails stoppen");
  await arriveAt(stranger, "Er is niets veranderd");
}, 240_000);
