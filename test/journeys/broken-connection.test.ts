/** A village's mobile network: answers get lost, the line drops, the server stumbles. Nothing is lost and nothing counts twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Page, Route } from "playwright-core";
import { municipality, type Person, type Session, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, faultsOf } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, idIn, press, until, votes } from "./steps.ts";

const journey = browserForTests();
/** What the browser says of a request that got no answer, or that the server refused. */
const expecting = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of (409|410|500|503)/;
const question = "Komt er een steiger aan de Merwede?";
const ballots = "**/v1/stemmingen/*/stembiljetten";

let here: TestApp;
let tine: Person;
let session: Session;
let poll = "";

beforeAll(async () => {
  here = await testApp();
  tine = await here.aResident("Tine Tablet", "tine@voorbeeld.example", "arkel");
  session = await here.signInAs("tine@voorbeeld.example");
}, 180_000);
afterAll(() => here?.close());
beforeEach(async () => {
  poll = await here.aPoll("arkel", question);
});

const booth = () => `/${municipality}/stemming/${poll}/stemhokje`;

async function untilTheCheck(page: Page): Promise<void> {
  await page.goto(booth());
  await press(page, "Verder");
  await page.getByRole("radio", { name: "Voor", exact: true }).check();
  await press(page, "Verder");
  await arriveAt(page, "Klopt uw keuze?");
}

/** The request reaches the server, its answer never reaches the device. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

/** How many ballots the poll holds. */
const counted = () =>
  here.inMunicipality(municipality, async (tx) => {
    const found = await tx
      .selectFrom("slip")
      .select("choice")
      .distinctOn("caster")
      .where("poll_id", "=", poll)
      .orderBy("caster")
      .orderBy("version", "desc")
      .execute();
    return found.map(({ choice }) => (choice as { chosen: string[] }).chosen[0]);
  });

test("the answer to a ballot gets lost: it goes again by itself, counts once, and the receipt comes", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await untilTheCheck(page);
  await page.route(ballots, loseAnswer, { times: 2 });
  await press(page, "Stem uitbrengen");
  await page.getByText("We krijgen nog geen antwoord.").waitFor();
  expect(await counted()).toEqual(["for"]);
  await arriveAt(page, "U hebt gestemd");
  // She voted once, however often the device had to say it.
  await page.getByText(/^Uw stem is ontvangen om \d\d:\d\d/).waitFor();
  expect(await counted()).toEqual(["for"]);
});

test("the page is closed before the answer: the next visit offers the very same ballot again", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await untilTheCheck(page);
  await page.route(ballots, loseAnswer);
  await press(page, "Stem uitbrengen");
  await page.getByText("We krijgen nog geen antwoord.").waitFor();
  const later = await page.context().newPage();
  await page.close();
  await later.goto(booth());
  await later.getByText("Uw stem was vorige keer onderweg").waitFor();
  await press(later, "Stem opnieuw versturen");
  await arriveAt(later, "U hebt gestemd");
  expect(await counted()).toEqual(["for"]);
});

test("without internet the booth says so and waits; back on the line the ballot goes", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await untilTheCheck(page);
  await page.context().setOffline(true);
  await page.getByText("Geen internet.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, "Stem uitbrengen");
  await page.getByText("We krijgen nog geen antwoord.").waitFor();
  expect(await counted()).toEqual([]);
  await page.context().setOffline(false);
  await arriveAt(page, "U hebt gestemd");
  await page.getByText("U hebt weer internet.").waitFor();
  expect(await counted()).toEqual(["for"]);
});

test("a server that stumbles is tried again", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await untilTheCheck(page);
  await page.route(ballots, (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
  await press(page, "Stem uitbrengen");
  await arriveAt(page, "U hebt gestemd");
  expect(await counted()).toEqual(["for"]);
});

test("the poll closes while the answer is awaited: where one finds out is said, with the phone number", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await untilTheCheck(page);
  await page.route(ballots, loseAnswer, { times: 1 });
  await press(page, "Stem uitbrengen");
  await page.getByText("We krijgen nog geen antwoord.").waitFor();
  await here.closeNow(poll);
  await page.getByText("De stemming sloot voordat we antwoord kregen.").waitFor();
  await page.getByRole("link", { name: "Bel Anneke Voorbeeld: 088 000 00 01" }).waitFor();
  expect(await counted()).toEqual(["for"]);
});

test("on another device one hears that one has voted; only the first can change it", async () => {
  const first = await journey.pageFor(here.origin, { as: session, expecting });
  await first.goto(booth());
  await votes(first, question, "Tegen");
  const second = await journey.pageFor(here.origin, { as: session });
  await second.goto(booth());
  await arriveAt(second, "U hebt al gestemd");
  await first.goto(booth());
  await votes(first, question, "Onthouding");
  expect(await counted()).toEqual(["abstain"]);
});

test("what is written without internet stays on the device and is saved later", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await page.goto("/molenlanden/arkel/voorstellen/nieuw");
  await page.getByLabel("Wat is uw voorstel, in één zin?").fill("Een fietspomp bij het dorpshuis");
  await page.getByText(/Opgeslagen om/).waitFor();
  await page.context().setOffline(true);
  await page.getByText("Geen internet.").waitFor();
  const words = "Bij het dorpshuis staan op zaterdag veertig fietsen, en een pomp is er niet.";
  await page.getByLabel("Leg uit waarom").fill(words);
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  expect(await until(kept, (all) => all.includes(words))).toContain(words);

  const later = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await later.context().setOffline(false);
  await later.goto("/molenlanden/arkel/voorstellen/nieuw");
  await later.getByText(/Opgeslagen om/).waitFor();
  expect(await later.getByLabel("Leg uit waarom").inputValue()).toBe(words);
  await press(later, "Voorstel indienen");
  await arriveAt(later, "Een fietspomp bij het dorpshuis");
  const saved = await here.inMunicipality(municipality, (tx) =>
    tx.selectFrom("proposal").select(["body", "state"]).where("proposal_id", "=", idIn(later)).execute(),
  );
  expect(saved).toEqual([{ body: words, state: "submitted" }]);
});

test("saving that fails for a while is told, and tried again until it works", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await page.goto("/molenlanden/arkel/voorstellen/nieuw");
  await page.route("**/v1/kernen/arkel/voorstellen", (route) => route.fulfill({ status: 500, body: "" }), { times: 1 });
  await page.getByLabel("Wat is uw voorstel, in één zin?").fill("Een zebrapad bij de school");
  await page.getByText("Geen verbinding. Uw tekst staat op dit apparaat").waitFor();
  await page.getByText(/Opgeslagen om/).waitFor();
});

test("a half-written comment survives closing the page; support that fails says why and can be pressed again", async () => {
  const author = await here.aResident("Gijs Schrijver", "gijs@voorbeeld.example", "arkel");
  const proposal = await here.aProposal(
    author,
    "Picknicktafels aan de haven",
    "Bij de haven kan niemand zitten. Zet er tafels neer.",
  );
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await page.getByLabel("Uw reactie").fill("En dan ook een prullenbak, graag");
  await page.reload();
  await arriveAt(page, "Picknicktafels aan de haven");
  expect(await page.getByLabel("Uw reactie").inputValue()).toBe("En dan ook een prullenbak, graag");

  await page.route("**/steunbetuigingen/ik", (route) => route.abort(), { times: 1 });
  await press(page, "Ik steun dit");
  await page.getByText("Kernplein is nu niet te bereiken.").waitFor();
  await press(page, "Ik steun dit");
  await page.getByText("U steunt dit voorstel. Druk nog eens om uw steun in te trekken.").waitFor();
  expect(tine.person).not.toBe(author.person);
});

test("a page whose answer does not come says so, offers to try again, and then works", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  const answer = `**/v1/stemmingen/${poll}`;
  await page.route(answer, (route) => route.fulfill({ status: 500, body: "" }));
  await page.goto(`/molenlanden/stemming/${poll}`);
  await page.getByText("Er ging iets mis bij ons.").waitFor();
  await page.getByText("Er is niets verloren gegaan.").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.unroute(answer);
  await press(page, "Opnieuw proberen");
  await arriveAt(page, question);
});

test("a part of a page that does not come leaves the rest as it is", async () => {
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await page.route("**/v1/voorstellen?*sort=newest*", (route) => route.fulfill({ status: 500, body: "" }));
  await page.goto("/molenlanden/arkel");
  await page.getByRole("alert").filter({ hasText: "Er ging iets mis bij ons." }).waitFor();
  await page.getByRole("link", { name: "Stem uitbrengen" }).first().waitFor();
  await page.unroute("**/v1/voorstellen?*sort=newest*");
  await press(page, "Opnieuw proberen");
  await page.getByRole("link", { name: "Picknicktafels aan de haven" }).waitFor();
});
