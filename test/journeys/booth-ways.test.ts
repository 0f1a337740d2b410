/** Ways to the ballot box: by keyboard, over a line that breaks, on a second device, with a letter, and too late. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeLetters } from "../../src/voting/index.ts";
import { municipality, type Session, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, enter, follow, press, tabTo, until, votes } from "./steps.ts";

const journey = browserForTests();
const expecting = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of (409|410)/;
const words = ["Bankje", "Lantaarn", "Boom"].map((label) => ({ label }));
const secret = { level: 2 } as const;
let here: TestApp;

beforeAll(async () => {
  here = await testApp();
}, 180_000);
afterAll(() => here?.close());

let people = 0;
async function aVoter(): Promise<Session> {
  people += 1;
  const email = `kiezer${people}@voorbeeld.example`;
  await here.aResident(`Kiezer ${people}`, email, "arkel");
  return here.signInAs(email);
}
const booth = (poll: string) => `/${municipality}/stemming/${poll}/stemhokje`;
const choicesIn = (poll: string) =>
  here.inMunicipality(municipality, async (tx) => {
    const slips = await tx
      .selectFrom("slip")
      .select(["version", "choice"])
      .where("poll_id", "=", poll)
      .orderBy("version")
      .execute();
    return slips.map(({ choice }) => choice);
  });

test("a ranking with the keyboard alone: pressed in order, moved, cast, looked up", async () => {
  const session = await aVoter();
  const poll = await here.aPoll("arkel", "Wat moet er als eerste komen?", {
    form: { kind: "ranking", max: null },
    options: words,
  });
  const page = await journey.pageFor(here.origin, { as: session, size: desktop });
  await page.goto(booth(poll));
  await arriveAt(page, "Wat moet er als eerste komen?");
  await enter(page, "Verder");
  await page.getByRole("heading", { name: "Uw volgorde" }).waitFor();
  await enter(page, /^Boom/);
  await page.getByText("Boom staat nu op plaats 1.").waitFor();
  await enter(page, /^Bankje|^Lantaarn/);
  await page.getByText(/staat nu op plaats 2\./).waitFor();
  await tabTo(page, "Verder");
  await page.keyboard.press("Shift+Tab");
  await page.getByRole("button", { name: "Boom een plaats omlaag" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Boom staat nu op plaats 2 van 2.").waitFor();
  // The button that was pressed keeps the focus, wherever its plan went.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Boom een plaats omlaag");
  await enter(page, "Verder");
  await arriveAt(page, "Klopt uw keuze?");
  await enter(page, "Stem uitbrengen");
  await arriveAt(page, "U hebt gestemd");
  await enter(page, "Controleer mijn stem");
  await page.getByText("Uw stem is ontvangen en wacht op het volgende pak.").waitFor();
  expect(await choicesIn(poll)).toMatchObject([{ ranking: [expect.any(String), "option-3"] }]);
});

test("the network breaks between pass and cast: nothing is lost, the vote goes by itself, and it bears no name", async () => {
  const session = await aVoter();
  const poll = await here.aPoll("arkel", "Een nieuwe steiger?", secret);
  const page = await journey.pageFor(here.origin, { as: session, expecting });
  await page.goto(booth(poll));
  await press(page, "Haal uw stempas");
  await page.getByText("Uw stempas staat op dit apparaat.").waitFor();
  await page.context().setOffline(true);
  await press(page, "Verder");
  await page.getByRole("radio", { name: "Voor", exact: true }).check();
  await press(page, "Verder");
  await arriveAt(page, "Klopt uw keuze?");
  await press(page, "Stem uitbrengen");
  await page.getByText("We krijgen nog geen antwoord.").waitFor();
  const sent = page.waitForRequest("**/stembussen/*/stembiljetten");
  await page.context().setOffline(false);
  const headers = await (await sent).allHeaders();
  expect([headers["cookie"], headers["authorization"]]).toEqual([undefined, undefined]);
  await arriveAt(page, "U hebt gestemd");
  expect(await choicesIn(poll)).toEqual([{ chosen: ["for"] }]);
});

test("a draft stays on the device; another device goes on with the store code, and the last vote counts", async () => {
  const session = await aVoter();
  const poll = await here.aPoll("arkel", "Komt er een fietspomp?", secret);
  const first = await journey.pageFor(here.origin, { as: session });
  await first.goto(booth(poll));
  await press(first, "Haal uw stempas");
  await press(first, "Verder");
  await first.getByRole("radio", { name: "Voor", exact: true }).check();
  await first.reload();
  await press(first, "Verder");
  expect(await first.getByRole("radio", { name: "Voor", exact: true }).isChecked()).toBe(true);
  await press(first, "Verder");
  await press(first, "Stem uitbrengen");
  await arriveAt(first, "U hebt gestemd");
  await first.getByText("Verder op een ander apparaat").click();
  const code = (await first.getByText(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/).textContent()) ?? "";
  await first.getByRole("img", { name: "Vierkante code met uw bewaarcode" }).waitFor();
  expect(await faultsInEveryLook(first)).toEqual([]);

  const second = await journey.pageFor(here.origin, { as: session, expecting });
  await second.goto(booth(poll));
  await arriveAt(second, "Uw stempas is al gehaald");
  await second.getByLabel("Uw bewaarcode").fill(code.replace(/.$/, (sign) => (sign === "A" ? "B" : "A")));
  await press(second, "Stempas overnemen");
  await second.getByText("Deze code klopt niet").waitFor();
  expect(await faultsInEveryLook(second)).toEqual([]);
  await second.getByLabel("Uw bewaarcode").fill(code.toLowerCase().replaceAll("-", " "));
  await press(second, "Stempas overnemen");
  await press(second, "Haal uw stempas");
  await votes(second, "Komt er een fietspomp?", "Tegen");
  expect(await choicesIn(poll)).toEqual([{ chosen: ["for"] }, { chosen: ["against"] }]);

  const third = await journey.pageFor(here.origin, { as: session });
  await third.goto(`${booth(poll)}#bewaarcode=${code}`);
  await arriveAt(third, "Komt er een fietspomp?");
  expect(new URL(third.url()).hash).toBe("");
}, 300_000);

test("a voting letter needs no account: a typing error is found before anything is sent", async () => {
  const opensAt = new Date(Date.now() + 4000).toISOString();
  const poll = await here.aPoll("arkel", "Mag de muziek langer?", {
    ...secret,
    opensAt,
    electorate: { assurance: "letter", per: "person", minAge: null },
  });
  const made = await here.app.perform(makeLetters, await here.officerOf("arkel"), { poll, number: 3 });
  const code = made.letters[0]?.code ?? "";
  const seen = async () => {
    const view = await fetch(`${here.origin}/v1/gemeenten/${municipality}/stemmingen/${poll}`);
    return ((await view.json()) as { state: string }).state;
  };
  expect(await until(seen, (state) => state === "open")).toBe("open");
  const page = await journey.pageFor(here.origin);
  await page.goto(`/${municipality}/stemming/${poll}/stemcode`);
  await arriveAt(page, "Stemmen met uw stembrief");
  await page.getByLabel("Code uit de brief").fill(code.slice(0, 5));
  await press(page, "Verder");
  await page.getByText("De code heeft 13 letters. U typte er 5.").waitFor();
  await page.getByLabel("Code uit de brief").fill(code.replace(/^./, (letter) => (letter === "A" ? "B" : "A")));
  await press(page, "Verder");
  await page.getByText("Er zit een typefout in.").waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByLabel("Code uit de brief").fill(` ${code.toLowerCase().replaceAll("-", " ")}`);
  await press(page, "Verder");
  await press(page, "Haal uw stempas");
  await votes(page, "Mag de muziek langer?", "Voor");
  expect(await choicesIn(poll)).toEqual([{ chosen: ["for"] }]);
}, 300_000);

test("the poll closes while somebody is in the booth: she is told what became of her choice", async () => {
  const session = await aVoter();
  const poll = await here.aPoll("arkel", "Een kerstmarkt?", { closesAt: new Date(Date.now() + 12_000).toISOString() });
  const page = await journey.pageFor(here.origin, { as: session });
  await page.goto(booth(poll));
  await press(page, "Verder");
  await page.getByRole("radio", { name: "Voor", exact: true }).check();
  await page.getByRole("heading", { name: "De stemming is net gesloten" }).waitFor({ timeout: 20_000 });
  await page.getByText("Uw keuze was nog niet verstuurd.").waitFor();
  await follow(page, "Uitslag bekijken");
  await arriveAt(page, "Een kerstmarkt?");
}, 180_000);
