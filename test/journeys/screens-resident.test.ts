/** Every screen of a resident, with the sample content and with nothing at all, in every look. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { municipality, type Session, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { faultsInEnglish, faultsInEveryLook, faultsOn, type Screen } from "./looks.ts";
import { arriveAt, focused, follow, press } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;
let session: Session;
let newcomer: Session;
let poll = "";
let writer: Session;
let screens: Screen[] = [];
let writing: Screen[] = [];

beforeAll(async () => {
  here = await testApp({ demo: true });
  const returned = await proposalIn("noordeloos", "returned");
  const full = await proposalIn("arkel", "published");
  const counted = await pollIn("bleskensgraaf");
  const [budget, rounds] = [await pollIn("arkel", "approval"), await pollIn("groot-ammers", "ranking")];
  poll = await pollIn("arkel", "for-against-abstain");
  session = await here.signInAs(full.email);
  writer = await here.signInAs(returned.email);
  await here.aResident("Nieuwe Buur", "nieuw@altena.example", "hank", "altena");
  newcomer = await here.signInAs("nieuw@altena.example", "altena");
  screens = [
    ["my kern", "/molenlanden/arkel"],
    ["a kern one reads along in", "/molenlanden/kinderdijk"],
    ["the proposals", "/molenlanden/arkel/voorstellen"],
    ["nothing found", "/molenlanden/arkel/voorstellen?q=zwembadglijbaan"],
    ["a new proposal", "/molenlanden/arkel/voorstellen/nieuw"],
    ["a proposal with its discussion", `/molenlanden/voorstel/${full.id}`],
    ["another's proposal", `/molenlanden/voorstel/${(await proposalIn("kinderdijk", "published")).id}`],
    ["the polls", "/molenlanden/arkel/stemmingen"],
    ["the polls of a kern where one is coming", "/molenlanden/goudriaan/stemmingen"],
    ["an open poll", `/molenlanden/stemming/${poll}`],
    ["a counted poll", `/molenlanden/stemming/${counted}`],
    ["a counted budget", `/molenlanden/stemming/${budget}`],
    ["a poll counted in rounds", `/molenlanden/stemming/${rounds}`],
    ["an open poll in a hall", `/molenlanden/stemming/${poll}/zaal`],
    ["a counted poll in a hall", `/molenlanden/stemming/${budget}/zaal`],
    ["a booth one may not enter", `/molenlanden/stemming/${counted}/stemhokje`],
    ["the agenda", "/molenlanden/arkel/agenda"],
    ["a meeting that is full", `/molenlanden/bijeenkomst/${await meetingIn("arkel", "Rondleiding in de molen")}`],
    ["me", "/molenlanden/ik"],
    ["the desk, which is not hers", "/molenlanden/werkplek"],
    ["the council's page, which is not hers", "/molenlanden/raad"],
    ["a proposal that is gone", "/molenlanden/voorstel/00000000-0000-4000-8000-000000000000"],
  ];
  writing = [
    ["my kern, with a question about my proposal", "/molenlanden/noordeloos"],
    ["my returned proposal", `/molenlanden/voorstel/${returned.id}`],
    ["adding to my proposal", `/molenlanden/voorstel/${returned.id}/bewerken`],
  ];
}, 300_000);
afterAll(() => here?.close());

function proposalIn(kern: string, state: string): Promise<{ id: string; email: string }> {
  return here.inMunicipality(municipality, (tx) =>
    tx
      .selectFrom("proposal")
      .innerJoin("person", "person_id", "author_id")
      .select(["proposal_id as id", "email"])
      .where("kern_id", "=", kern)
      .where("state", "=", state)
      .orderBy("photo_id")
      .orderBy("comment_count", "desc")
      .executeTakeFirstOrThrow(),
  );
}
async function meetingIn(kern: string, title: string): Promise<string> {
  const { id } = await here.inMunicipality(municipality, (tx) =>
    tx
      .selectFrom("meeting")
      .select("meeting_id as id")
      .where("kern_id", "=", kern)
      .where("title", "=", title)
      .executeTakeFirstOrThrow(),
  );
  return id;
}
/** A poll of a kern; with a kind of ballot when there are more of them. */
async function pollIn(kern: string, kind?: string): Promise<string> {
  const polls = await here.inMunicipality(municipality, (tx) =>
    tx.selectFrom("poll").select(["poll_id as id", "form"]).where("kern_id", "=", kern).execute(),
  );
  const found = polls.find(({ form }) => kind === undefined || (form as { kind: string }).kind === kind);
  if (!found) throw new Error(`The sample content has no such poll in ${kern}.`);
  return found.id;
}

/** What the server may refuse a resident, and what is not there. */
const refused = /status of (403|404)/;

test("every screen is sound in every look", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting: refused });
  expect(await faultsOn(page, screens, faultsInEveryLook)).toEqual([]);
}, 300_000);

test("every screen is sound in English", async () => {
  const page = await journey.pageFor(here.origin, { as: session, language: "en", expecting: refused });
  expect(await faultsOn(page, screens, faultsInEnglish)).toEqual([]);
}, 180_000);

test("writing is sound when the officer has a question", async () => {
  const page = await journey.pageFor(here.origin, { as: writer });
  expect(await faultsOn(page, writing, faultsInEveryLook)).toEqual([]);
}, 180_000);

test("the booth is sound at each of its four steps", async () => {
  const page = await journey.pageFor(here.origin, { as: session });
  await page.goto(`/molenlanden/stemming/${poll}/stemhokje`);
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Verder");
  await press(page, "Verder");
  await page.getByText("Kies eerst een van de mogelijkheden.").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByRole("radio").first().check();
  await press(page, "Verder");
  await arriveAt(page, "Klopt uw keuze?");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Stem uitbrengen");
  await arriveAt(page, "U hebt gestemd");
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 180_000);

test("writing with a place on the map, with faults, and a proposal with its map open", async () => {
  const page = await journey.pageFor(here.origin, { as: session });
  await page.goto("/molenlanden/arkel/voorstellen/nieuw");
  await press(page, "Aanwijzen op de kaart");
  await page.getByRole("region", { name: "Kaart met de plek" }).waitFor();
  await press(page, "Voorstel indienen");
  await page.getByRole("heading", { name: "Er zijn nog 2 dingen nodig" }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
}, 180_000);

const empty: Screen[] = [
  ["an empty kern", "/altena/hank"],
  ["no proposals", "/altena/hank/voorstellen"],
  ["no polls", "/altena/hank/stemmingen"],
  ["no meetings", "/altena/hank/agenda"],
  ["nothing written", "/altena/ik"],
];

test("where nothing is yet, each page says what will be there and what to do", async () => {
  const page = await journey.pageFor(here.origin, { as: newcomer });
  expect(await faultsOn(page, empty, faultsInEveryLook)).toEqual([]);
  await page.goto("/altena/hank");
  await page.getByText("Er wordt u nu niets gevraagd").waitFor();
  await page.getByText("Hier komen de voorstellen van u en uw buren.").waitFor();
  await page.goto("/altena/hank/voorstellen");
  await page.getByText("Nog geen voorstellen").waitFor();
  await page.goto("/altena/hank/stemmingen");
  await page.getByText("Er is hier nog niet gestemd").waitFor();
  await page.goto("/altena/ik");
  await follow(page, "Voorstel doen");
  await arriveAt(page, "Uw voorstel voor Hank");
}, 180_000);

test("each page one goes to names the browser's tab and takes the focus to its heading", async () => {
  const page = await journey.pageFor(here.origin, { as: session, size: desktop });
  await page.goto("/molenlanden/arkel");
  await arriveAt(page, "Arkel");
  const menu = page.getByRole("navigation", { name: "Hoofdmenu" });
  const seen: string[] = [];
  for (const name of ["Voorstellen", "Stemmen", "Mijn kern"]) {
    await follow(menu, name);
    await page.locator("h1:focus").waitFor();
    seen.push(`${await page.title()} | ${await focused(page)}`);
  }
  expect(seen).toEqual([
    "Voorstellen in Arkel · Kernplein | Voorstellen in Arkel",
    "Stemmen in Arkel · Kernplein | Stemmen in Arkel",
    "Arkel · Kernplein | Arkel",
  ]);
  await page.goBack();
  await arriveAt(page, "Stemmen in Arkel");
  expect(await menu.getByRole("link", { name: "Stemmen" }).getAttribute("aria-current")).toBe("page");
});

test("the other language is one press away, and is remembered on the next device", async () => {
  const page = await journey.pageFor(here.origin, { as: newcomer, size: desktop });
  await page.goto("/altena/hank");
  const kept = page.waitForResponse((response) => response.request().method() === "PATCH");
  await press(page, "English");
  await page.getByText("Nothing is asked of you now").waitFor();
  await kept;
  expect([await page.locator("html").getAttribute("lang"), await page.title()]).toEqual(["en", "Hank · Kernplein"]);
  await page.reload();
  await page.getByText("Nothing is asked of you now").waitFor();
  const { language } = await here.inMunicipality("altena", (tx) =>
    tx.selectFrom("person").select("language").where("email", "=", "nieuw@altena.example").executeTakeFirstOrThrow(),
  );
  expect(language).toBe("en");
});
