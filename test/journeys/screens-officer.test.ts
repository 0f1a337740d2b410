/** The officer's desk and what belongs to it, in every look; full, empty, and by its own keys. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { municipality, type Session, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { faultsInEnglish, faultsInEveryLook, faultsOn, type Screen } from "./looks.ts";
import { arriveAt, follow, press } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;
let officer: Session;
let screens: Screen[] = [];

beforeAll(async () => {
  here = await testApp();
  const author = await here.aResident("Aad Arkelaar", "aad@voorbeeld.example", "arkel");
  const long =
    "Een heel lang voorstel over het verbreden, verlichten, beplanten en onderhouden van het Betuwestrandwandelpadenstelsel langs de Linge";
  const published = await here.aProposal(author, long, "Het pad is smal. Wij willen graag dat de gemeente het verbreedt.");
  for (const title of ["Ja", "Een bankje op de dijk", "Een tweede bankje op de dijk"])
    await here.aSubmission(author, title.padEnd(3, "!"), "Het uitzicht is er mooi en men kan er niet zitten.");
  await here.aJoinRequest("kinderdijk", "Wies Wachtend", "wies@voorbeeld.example");
  officer = await here.signInAs(staff.officer);
  screens = [
    ["the desk", "/molenlanden/werkplek"],
    ["a published proposal", `/molenlanden/voorstel/${published}`],
    ["a poll from a proposal", `/molenlanden/werkplek/nieuwe-stemming?kern=arkel&voorstel=${published}`],
    ["a poll from scratch", "/molenlanden/werkplek/nieuwe-stemming?kern=arkel"],
    ["polls of her kern", "/molenlanden/arkel/stemmingen"],
    ["me", "/molenlanden/ik"],
  ];
}, 180_000);
afterAll(() => here?.close());

test("every screen is sound in every look", async () => {
  const page = await journey.pageFor(here.origin, { as: officer });
  expect(await faultsOn(page, screens, faultsInEveryLook)).toEqual([]);
}, 180_000);

test("every screen is sound in English", async () => {
  const page = await journey.pageFor(here.origin, { as: officer, language: "en" });
  expect(await faultsOn(page, screens, faultsInEnglish)).toEqual([]);
}, 180_000);

test("a task open on a phone, and saying why, are sound", async () => {
  const page = await journey.pageFor(here.origin, { as: officer });
  await page.goto("/molenlanden/werkplek");
  await press(page, /Een bankje op de dijk/);
  await press(page, "Terug met een vraag");
  await press(page, "Terugsturen");
  await page.getByText("Schrijf in een zin waarom.").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 180_000);

test("a join request, and refusing it, are sound", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officerOfKinderdijk) });
  await page.goto("/molenlanden/werkplek");
  await press(page, /Wies Wachtend/);
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Niet toelaten");
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 180_000);

test("a poll with choices of its own, with its faults, is sound; planned for later it waits", async () => {
  const page = await journey.pageFor(here.origin, { as: officer });
  await page.goto("/molenlanden/werkplek/nieuwe-stemming?kern=arkel");
  await press(page, "Verder");
  await page.getByRole("heading", { name: "Er is nog 1 ding nodig" }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByLabel("De vraag").fill("Welke boom komt op het plein?");
  await page.getByRole("radio", { name: /^Kies één/ }).check();
  await press(page, "Verder");
  await arriveAt(page, "Waaruit kunnen mensen kiezen?");
  for (const [at, label] of ["Een linde", "een LINDE"].entries()) {
    await press(page, "Plan toevoegen");
    await page.getByLabel("Naam", { exact: true }).fill(label);
    if (at === 0) await press(page, "Klaar Een linde");
  }
  await press(page, "Verder");
  await follow(page, "Elke mogelijkheid moet anders heten.");
  await page.getByLabel("Naam", { exact: true }).fill("Een kastanje");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Verder");
  await arriveAt(page, "Wie stemt, en hoe geheim?");
  await page.getByText(/Nu 1 plaats op de kiezerslijst/).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Verder");
  await page.getByRole("radio", { name: "Op een later moment" }).check();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Verder");
  await arriveAt(page, "Klopt alles?");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Stemming klaarzetten");
  await arriveAt(page, "Welke boom komt op het plein?");
  await page.getByText("De stemming staat klaar", { exact: true }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 240_000);

test("the pages about an open poll are sound: roll, voting together, paper, what goes to the printer", async () => {
  const page = await journey.pageFor(here.origin, { as: officer });
  const at = `/molenlanden/werkplek/stemming/${await here.aPoll("arkel", "Komt er een fontein?")}`;
  const screens: Screen[] = [
    ["the poll", at],
    ["paper", `${at}/papier`],
    ["ballots for the printer", `${at}/stembiljetten`],
  ];
  expect(await faultsOn(page, screens, faultsInEveryLook)).toEqual([]);
  await page.goto(`${at}/papier`);
  await press(page, "Nieuwe stapel invoeren");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.goto(`${at}/kiezers`);
  await page.getByRole("searchbox").fill("Aad");
  await press(page, "Stemt op papier");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Samen stemmen");
  await arriveAt(page, "Samen stemmen met Aad Arkelaar");
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 240_000);

test("on a wide screen J and K walk the tasks, and a decision brings up the next one", async () => {
  const page = await journey.pageFor(here.origin, { as: officer, size: desktop });
  await page.goto("/molenlanden/werkplek");
  await arriveAt(page, "3 taken wachten op u");
  const list = page.getByRole("region", { name: "Taken" });
  const current = () => list.locator("button[aria-current=true] strong").textContent();
  const titles = await list.locator("button strong").allTextContents();
  await list.locator("button[data-task]").first().click();
  await page.keyboard.press("j");
  expect(await current()).toBe(titles[1]);
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  expect(await current()).toBe(titles[0]);
  await press(page, "Voorstel plaatsen");
  await arriveAt(page, "2 taken wachten op u");
  expect(await current()).toBe(titles[1]);
  await press(page, "Niet plaatsen");
  await page.getByRole("textbox", { name: "Uw toelichting" }).fill("Hier gaat de gemeente niet over, jkjk.");
  await page.getByRole("region", { name: "De gekozen taak" }).getByRole("button", { name: "Niet plaatsen" }).click();
  await arriveAt(page, "1 taak wacht op u");
  await here.mail("aad@voorbeeld.example", `Uw voorstel wordt niet geplaatst: ${titles[1]}`);
});

test("an officer without tasks reads that everything is done", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs("samira.fictief@molenlanden.example") });
  await page.goto(`/${municipality}/werkplek`);
  await page.getByText("Alles is gedaan").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
});
