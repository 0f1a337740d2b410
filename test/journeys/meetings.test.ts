/** An evening in the village hall: planned, answered on a phone, moved under the eyes of who comes, and told of afterwards. */
import { afterAll, beforeAll, expect } from "@jest/globals";
import type { Page } from "playwright-core";
import { after, dateOf, days } from "../../src/shared/time.ts";
import { municipality, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, chapters, follow, idIn, press, until } from "./steps.ts";

const journey = browserForTests();
const chapter = chapters(120_000);
const title = "Avond over de steiger";
const mail = { lies: "lies@voorbeeld.example", bram: "bram@voorbeeld.example" };
let here: TestApp;
let meeting = "";

beforeAll(async () => {
  here = await testApp();
  const lies = await here.aResident("Lies Lezer", mail.lies, "arkel");
  await here.aResident("Bram Buurman", mail.bram, "arkel");
  await here.aProposal(lies, "Steiger aan de Merwede", "Een plek om te zwemmen en te zitten, voor jong en oud.");
}, 180_000);
afterAll(() => here?.close());

const officerAt = async (path: string): Promise<Page> => {
  const page = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(staff.officer) });
  await page.goto(path);
  return page;
};
/** As if this device had last looked at the kern so long ago. */
const lookedAgo = (page: Page, ago: number) =>
  page.evaluate((at) => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith("kernplein.visit.")) localStorage.setItem(name, `${at} ${at}`);
  }, Date.now() - ago);
const inDays = (count: number): string => dateOf(after(new Date(), days(count)));
const address = () => `/${municipality}/bijeenkomst/${meeting}`;

chapter(
  "the officer plans an evening for one person; what is missing is said, and what she typed stays on the device",
  async () => {
    const page = await officerAt(`/${municipality}/arkel/agenda`);
    await page.getByText("Er is nu geen bijeenkomst gepland").waitFor();
    await follow(page, "Bijeenkomst plannen");
    await arriveAt(page, "Nieuwe bijeenkomst in Arkel");
    await press(page, "Bijeenkomst plannen");
    await page.getByRole("heading", { name: "Er zijn nog 5 dingen nodig" }).waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByLabel("Hoe heet de bijeenkomst?").fill(title);
    await page.getByLabel("Op welke dag?").fill(inDays(5));
    await page.getByLabel("Begint om").fill("20:00");
    await page.getByLabel("Klaar om").fill("22:00");
    await page.getByLabel("Waar is het?").fill("Dorpshuis De Spil");
    await page.getByLabel("Adres").fill("Dorpsstraat 1, Arkel");
    await page.getByLabel("Voor hoeveel mensen is er plaats?").fill("1");
    await page.reload();
    expect(await page.getByLabel("Hoe heet de bijeenkomst?").inputValue()).toBe(title);
    await page.getByText("Voorstellen kiezen waar het over gaat").click();
    await page.getByRole("checkbox", { name: "Steiger aan de Merwede" }).check();
    await press(page, "Bijeenkomst plannen");
    await arriveAt(page, title);
    meeting = idIn(page);
    await page.getByText("20:00 tot 22:00 · over 5 dagen").waitFor();
    await page.getByText("Nog niemand heeft zich aangemeld, nog 1 plaats").waitFor();
    await page.getByRole("link", { name: "Steiger aan de Merwede" }).waitFor();
    // She does not live here.
    expect(await page.getByRole("button", { name: "Ik kom", exact: true }).count()).toBe(0);
    expect(await faultsInEveryLook(page)).toEqual([]);
  },
);

chapter("a resident is asked on the home of her kern, answers in place and changes her mind; the next one waits", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(mail.lies) });
  await page.goto(`/${municipality}/arkel`);
  const asked = page.getByRole("listitem").filter({ hasText: title });
  await asked.getByText("Komt u? · over 5 dagen").waitFor();
  expect(await asked.getByText(/^Nieuw/).count()).toBe(0);
  await lookedAgo(page, days(1));
  await page.reload();
  await asked.getByText("Nieuw · Komt u? · over 5 dagen").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(asked, /^Nee/);
  await asked.getByText("U komt niet · over 5 dagen").waitFor();
  // When all is asked anew it still stands there once: above, where she answered it.
  const anew = page.waitForResponse((answer) => answer.url().endsWith("/v1/personen/ik/uitnodigingen"));
  await press(asked, /^Ja/);
  await asked.getByText("U komt · over 5 dagen").waitFor();
  await anew;
  await page.waitForTimeout(300);
  expect(await asked.count()).toBe(1);
  await follow(asked, title);
  await arriveAt(page, title);
  await page.getByText("1 persoon komt, vol").waitFor();
  const calendar = await page.request.get(
    (await page.getByRole("link", { name: "Zet in mijn agenda" }).getAttribute("href")) ?? "",
  );
  expect([calendar.status(), await calendar.text()]).toEqual([200, expect.stringContaining(`SUMMARY:${title}`)]);

  const second = await journey.pageFor(here.origin, { as: await here.signInAs(mail.bram) });
  await second.goto(address());
  await press(second, "Op de wachtlijst");
  await second.getByText("U bent als eerste aan de beurt.").waitFor();
  expect(await faultsInEveryLook(second)).toEqual([]);
  await second.goto(`/${municipality}/ik`);
  const mine = second.getByRole("listitem").filter({ hasText: title });
  await mine.getByText("U staat op de wachtlijst").waitFor();
});

chapter(
  "an answer that meets a bad line goes again by itself; without internet the meeting can be read and the answer waits",
  async () => {
    const page = await journey.pageFor(here.origin, {
      as: await here.signInAs(mail.lies),
      expecting: /ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of 503/,
    });
    const listening = page.waitForResponse((answer) => answer.url().endsWith("/v1/wijzigingen"));
    await page.goto(address());
    await page.getByText("U komt", { exact: true }).first().waitFor();
    await listening;
    await page.context().setOffline(true);
    await page.getByText("Geen internet. U kunt lezen wat al geladen is.").waitFor();
    await press(page, "Ik kom niet");
    await page.getByText("Uw antwoord gaat weg zodra er weer internet is.").waitFor();
    await page.route("**/aanmeldingen/ik", (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
    await page.context().setOffline(false);
    await page.getByText("U komt niet", { exact: true }).first().waitFor();
    // Who waited has the place now.
    await press(page, "Op de wachtlijst");
    await page.getByText("U bent als eerste aan de beurt.").waitFor();
  },
);

chapter("the officer sees who comes and writes somebody down; she moves it, and a page that is open says so", async () => {
  const reader = await journey.pageFor(here.origin, { as: await here.signInAs(mail.bram) });
  const listening = reader.waitForResponse((answer) => answer.url().endsWith("/v1/wijzigingen"));
  await reader.goto(address());
  await reader.getByText("U komt", { exact: true }).first().waitFor();
  await listening;

  const page = await officerAt(address());
  await follow(page, "Wie er komt");
  await arriveAt(page, "Wie er komt");
  await page.getByRole("listitem").filter({ hasText: "Bram Buurman" }).waitFor();
  await page.getByLabel("Naam").fill("Mevrouw Zonderscherm");
  await press(page, "Op de lijst zetten");
  await page.getByRole("heading", { name: "2 op de wachtlijst" }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Weghalen Mevrouw Zonderscherm");
  await page.getByRole("heading", { name: "1 op de wachtlijst" }).waitFor();

  await page.goto(`${address()}/wijzigen`);
  await page.getByText("Niemand krijgt een mail.").waitFor();
  await page.getByLabel("Begint om").fill("19:30");
  await page.getByText("Wie zich aanmeldde, krijgt een mail: 2 mensen.").waitFor();
  await press(page, "Wijziging opslaan");
  await arriveAt(page, title);
  await reader.getByText("19:30 tot 22:00 · over 5 dagen").waitFor();
});

chapter("after the evening the officer finds on her phone which minutes are missing, of one kern or of all", async () => {
  const [startsAt, endsAt] = [after(new Date(), -days(1)), after(new Date(), -days(1) + 7_200_000)];
  await here.inMunicipality(municipality, (tx) =>
    tx.updateTable("meeting").set({ starts_at: startsAt, ends_at: endsAt }).where("meeting_id", "=", meeting).execute(),
  );
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer) });
  await page.goto(`/${municipality}/werkplek`);
  await follow(page, /^Bijeenkomsten: /);
  await arriveAt(page, "Bijeenkomsten");
  await page.getByText("Er is nu geen bijeenkomst gepland").waitFor();
  await press(page, "Zonder verslag 1");
  const row = page.getByRole("listitem").filter({ hasText: title });
  await row.getByText("1 van 1 plaats bezet").waitFor();
  await row.getByText("Nog geen verslag.").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByLabel("Kern", { exact: true }).selectOption("Hoornaar");
  await page.getByText("Elk verslag is er").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Zonder verslag 0", pressed: true }).waitFor();
  await page.getByLabel("Kern", { exact: true }).selectOption("Alle kernen");
  await follow(row, /^Verslag schrijven/);
  await arriveAt(page, "Verslag");
});

chapter("the officer writes the minutes, and they stand on the page and in the list of what was", async () => {
  const page = await officerAt(address());
  await follow(page, "Verslag schrijven");
  await arriveAt(page, "Verslag");
  await press(page, "Verslag plaatsen");
  await page.getByRole("heading", { name: "Er is nog 1 ding nodig" }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByLabel("Hoeveel mensen waren er?").fill("17");
  await page
    .getByLabel("Wat is er besproken?")
    .fill("De meeste mensen willen de steiger bij de kerk.\n\nDe gemeente rekent het uit.");
  await press(page, "Verslag plaatsen");
  await arriveAt(page, title);
  await page.getByText("17 mensen waren er.").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.goto(`/${municipality}/arkel/agenda`);
  await follow(page, "Eerdere bijeenkomsten en verslagen");
  await page.getByText("Het verslag staat erbij").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
});

chapter("what is called off says so on top, with why, and asks nothing any more", async () => {
  const page = await officerAt(`/${municipality}/arkel/agenda/nieuw`);
  await page.getByLabel("Hoe heet de bijeenkomst?").fill("Wandeling langs de dijk");
  await page.getByLabel("Op welke dag?").fill(inDays(8));
  await page.getByLabel("Begint om").fill("10:00");
  await page.getByLabel("Klaar om").fill("12:00");
  await page.getByLabel("Waar is het?").fill("Bij de kerk");
  await press(page, "Bijeenkomst plannen");
  await arriveAt(page, "Wandeling langs de dijk");
  await press(page, "Niet door laten gaan");
  await press(page, "Het weer is te slecht om veilig te komen.");
  await press(page, "Afzeggen");
  await page.getByText("Deze bijeenkomst gaat niet door").waitFor();
  await page.getByText("Het weer is te slecht om veilig te komen.").waitFor();
  expect(await page.getByRole("button", { name: "Afzeggen" }).count()).toBe(0);
  expect(await faultsInEveryLook(page)).toEqual([]);
  const id = idIn(page);
  const state = () =>
    here.inMunicipality(municipality, (tx) =>
      tx.selectFrom("meeting").select("cancelled_at").where("meeting_id", "=", id).executeTakeFirst(),
    );
  expect((await until(state, (found) => Boolean(found?.cancelled_at)))?.cancelled_at).toBeTruthy();
});
