/** An officer makes a village budget out of proposals, tries it out and opens it; paper ballots are entered by two people. */
import { afterAll, beforeAll, expect } from "@jest/globals";
import type { Page } from "playwright-core";
import { paperCodeOf } from "../../src/voting/paper-rules.ts";
import { staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { byMailLink } from "../support/signing-in.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, chapters, follow, press, until } from "./steps.ts";

const journey = browserForTests();
const chapter = chapters();
const titles = ["Bankje op de dijk", "Steiger aan de Merwede", "Zwembad in de haven"];
/** Officer elsewhere, and here a volunteer: a role that needs the municipality's own sign-in. */
const volunteer = "samira.fictief@molenlanden.example";
let here: TestApp;
let budget = "";

beforeAll(async () => {
  here = await testApp();
  const author = await here.aResident("Aad Arkelaar", "aad@voorbeeld.example", "arkel");
  await here.aResident("Bea Zonderscherm", "bea@voorbeeld.example", "arkel");
  await here.inMunicipality("molenlanden", async (tx) => {
    const { person } = await tx
      .selectFrom("person")
      .select("person_id as person")
      .where("email", "=", volunteer)
      .executeTakeFirstOrThrow();
    const grant = { municipality_id: "molenlanden", person_id: person, role: "volunteer", kern_id: "arkel" };
    await tx.insertInto("role_grant").values(grant).execute();
  });
  for (const title of titles) await here.aProposal(author, title, "Dit maakt het dorp voor iedereen mooier en fijner.");
}, 300_000);
afterAll(() => here?.close());

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

chapter("a village budget from proposals, saved as it grows, with one plan left off", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek/nieuwe-stemming?kern=arkel");
  await heading(page, "Wat vraagt u?");
  await press(page, "Verder");
  await page.getByRole("heading", { name: "Er is nog 1 ding nodig" }).waitFor();
  await page.getByLabel("De vraag").fill("Welke plannen krijgen geld?");
  await page.getByRole("radio", { name: /Verdeel een dorpsbudget/ }).check();
  await page.getByLabel("Hoeveel geld is er?").fill("5.000");
  await press(page, "Verder");
  await heading(page, "Waaruit kunnen mensen kiezen?");
  await press(page, "Uit voorstellen kiezen");
  await press(page, "Alles kiezen");
  await press(page, "3 voorstellen op de lijst zetten");
  await page.getByText("3 plannen op het stembiljet").waitFor();
  await page.getByLabel("Deskundigen kijken eerst of de plannen kunnen").check();
  for (const [title, cost] of [
    [titles[0], "1.200"],
    [titles[1], "4.500"],
  ]) {
    await press(page, `Wijzigen ${title}`);
    await page.getByLabel("Kosten in euro").fill(cost ?? "");
    await page.getByRole("radio", { name: "Ja, haalbaar" }).check();
    await press(page, `Klaar ${title}`);
  }
  await press(page, `Wijzigen ${titles[2]}`);
  await page.getByRole("radio", { name: "Nee, niet haalbaar" }).check();
  await page.getByLabel("Waarom kan het niet?").fill("De haven is te druk voor zwemmers.");
  await page.getByLabel("Wie heeft het beoordeeld?").fill("Team Ruimte");
  await page.getByText(/^Opgeslagen om/).waitFor();
  await page.reload();
  await page.getByText("2 plannen op het stembiljet, samen").waitFor();
  await press(page, "Verder");
  await heading(page, "Wie stemt, en hoe geheim?");
  await page.getByText(/Nu 2 plaatsen op de kiezerslijst/).waitFor();
  expect(await page.getByRole("radio", { name: /Geheim, ook voor ons/ }).isChecked()).toBe(true);
  await press(page, "Verder");
  await heading(page, "Wanneer kunnen mensen stemmen?");
  await press(page, "Verder");
  await heading(page, "Klopt alles?");
  await page.getByText(/Er zijn nu 2 plaatsen op de lijst/).waitFor();
  await page.getByText(/verzonnen stembiljetten geteld/).waitFor();
  const phone = page.getByRole("region", { name: "Zo ziet de kiezer het" }).last();
  await phone
    .getByText(titles[0] ?? "")
    .first()
    .waitFor();
  expect(await phone.getByText(titles[2] ?? "").count()).toBe(0);
  await press(page, "Stemming openen");
  await arriveAt(page, "Welke plannen krijgen geld?");
  budget = new URL(page.url()).pathname.split("/")[4] ?? "";
  await page.goto("/molenlanden/werkplek");
  await page.getByRole("link", { name: "Welke plannen krijgen geld?" }).waitFor();
  expect(await page.getByText("Nog niet af").count()).toBe(0);
});

chapter("voters read why a plan was left off", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs("aad@voorbeeld.example") });
  await page.goto(`/molenlanden/stemming/${budget}`);
  await arriveAt(page, "Welke plannen krijgen geld?");
  await page.getByText("1 plan kan niet: dit is waarom").click();
  await page.getByText("De haven is te druk voor zwemmers. (Team Ruimte)").waitFor();
});

chapter("a planned poll is changed, and taken away", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek/nieuwe-stemming?kern=arkel");
  await page.getByLabel("De vraag").fill("Een bankje bij de kerk?");
  await press(page, /Nakijken$/);
  await heading(page, "Klopt alles?");
  await press(page, /Wanneer$/);
  await page.getByRole("radio", { name: "Op een later moment" }).check();
  await press(page, /Nakijken$/);
  await press(page, "Stemming klaarzetten");
  await arriveAt(page, "Een bankje bij de kerk?");
  await follow(page, "Veranderen");
  await page.getByLabel("De vraag").fill("Een bankje bij de molen?");
  await press(page, /Nakijken$/);
  await press(page, "Verandering vastleggen");
  await arriveAt(page, "Een bankje bij de molen?");
  await press(page, "Weghalen");
  await press(page, "Ja, haal weg");
  await page.getByRole("heading", { name: "Stemmingen" }).waitFor();
  await until(
    () => page.getByText("Een bankje bij de molen?").count(),
    (count) => count === 0,
  );
});

chapter("somebody without a screen gets a paper ballot, and cannot vote otherwise", async () => {
  const poll = await here.aPoll("arkel", "Komt er een fontein?");
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer) });
  await page.goto(`/molenlanden/werkplek/stemming/${poll}/kiezers`);
  await page.getByRole("searchbox").fill("Bea");
  await press(page, "Stemt op papier");
  await press(page, "Biljet uitgedeeld");
  await page.getByRole("button", { name: "Papier ongebruikt terug" }).waitFor();
  await page.getByRole("searchbox").fill("Aad");
  await press(page, "Stemt op papier");
  await press(page, "Biljet uitgedeeld");
  await page.getByRole("button", { name: "Papier ongebruikt terug" }).waitFor();
  budget = poll;
});

/** Pages of a PDF as Chromium writes it. */
const sheetsIn = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The letters that are printed on the ballots of this poll. */
async function codeOf(poll: string): Promise<string> {
  const { frozen } = await here.inMunicipality("molenlanden", (tx) =>
    tx.selectFrom("poll").select("frozen_hash as frozen").where("poll_id", "=", poll).executeTakeFirstOrThrow(),
  );
  return paperCodeOf(frozen ?? "");
}

async function enters(page: Page, code: string, typed: string[]): Promise<void> {
  await page.getByLabel("Code op de biljetten").fill(code);
  for (const [at, ballot] of typed.entries()) {
    await page.getByLabel(`Biljet ${at + 1}`, { exact: true }).fill(ballot);
    await page.keyboard.press("Enter");
  }
  await press(page, `Stapel van ${typed.length} inleveren`);
}

chapter("an officer enters the stack; a number that is not on the ballot is told", async () => {
  const first = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer), size: desktop });
  await first.goto(`/molenlanden/werkplek/stemming/${budget}/papier`);
  const code = await codeOf(budget);
  await press(first, "Nieuwe stapel invoeren");
  await first.getByLabel("Biljet 1", { exact: true }).fill("7");
  await first.keyboard.press("Enter");
  await first.getByText("Nummer 7 staat niet op het biljet.").waitFor();
  await enters(first, code, ["1", "2"]);
  await first.getByText("Wacht op iemand anders").waitFor();
});

chapter("a volunteer enters it once more, and the one difference is settled; she cannot publish", async () => {
  const code = await codeOf(budget);
  const second = await journey.pageFor(here.origin, { as: await here.signInAs(volunteer), size: desktop });
  await second.goto(`/molenlanden/stemming/${budget}`);
  await follow(second, "Stemmen op papier");
  await press(second, "Nog een keer invoeren");
  await enters(second, code, ["1", "3"]);
  await second.getByText("Verschilt op 1 plaatsen.").waitFor();
  await press(second, "Samen nakijken");
  await second.getByRole("cell", { name: "2: Tegen" }).waitFor();
  await second.getByRole("cell", { name: "3: Onthouding" }).waitFor();
  expect(await faultsInEveryLook(second)).toEqual([]);
  await second.getByLabel("Biljet 2, samen").fill("2");
  await second.keyboard.press("Enter");
  await press(second, "Vastleggen");
  await second.getByText("Beide invoeren kloppen.").waitFor();
  expect(await second.getByRole("button", { name: "Publiceren" }).count()).toBe(0);
});

chapter("the officer publishes the stack, and after the count says what happens now", async () => {
  const first = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer), size: desktop });
  await first.goto(`/molenlanden/werkplek/stemming/${budget}/papier`);
  await press(first, "Publiceren");
  await first.getByText("Gepubliceerd.").waitFor();
  await here.closeNow(budget);
  await first.goto(`/molenlanden/werkplek/stemming/${budget}`);
  await first.getByLabel("Tekst bij de uitslag").waitFor();
  expect(await faultsInEveryLook(first)).toEqual([]);
  await first.getByLabel("Tekst bij de uitslag").fill("Het dorp praat in januari verder over de fontein.");
  await press(first, "Tekst plaatsen");
  await first.getByText(/^Geplaatst door/).waitFor();
  await first.goto(`/molenlanden/stemming/${budget}`);
  await first.getByText("Het dorp praat in januari verder over de fontein.").waitFor();
  await first.goto(`/molenlanden/werkplek/stemming/${budget}/verslag`);
  await first.getByText("Datum en handtekening:").waitFor();
  expect(await faultsInEveryLook(first)).toEqual([]);
});

chapter("voting letters are made, shown this once and printed, each on a sheet of its own", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer) });
  const opensAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const electorate = { assurance: "letter", per: "person", minAge: null } as const;
  const poll = await here.aPoll("arkel", "Mag het plein autovrij?", { opensAt, electorate, level: 2 });
  await page.goto(`/molenlanden/werkplek/stemming/${poll}`);
  await page.getByRole("heading", { name: "Er zijn nog geen stembrieven" }).waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await follow(page, "Brieven maken");
  await press(page, "Brieven maken");
  await page.getByText("Vul in hoeveel brieven u wilt, of kies een bestand.").first().waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.getByLabel("Aantal brieven").fill("2");
  await page.getByLabel("Reservebrieven").fill("1");
  await press(page, "Brieven maken");
  await page.getByText("Reservebrief 3").waitFor();
  expect(await page.getByText(/^[A-Z]{5}-[A-Z]{5}-[A-Z]{3}$/).count()).toBe(3);
  expect(await faultsInEveryLook(page)).toEqual([]);
  expect(sheetsIn(await page.pdf({ format: "A4" }))).toBe(3);
  await press(page, "Klaar, codes wegdoen");
  await page.getByText("Brieven gemaakt: 2. In reserve: 1.").waitFor();
});

chapter("at the kitchen table the resident votes on the helper's device, which afterwards knows nothing", async () => {
  const poll = await here.aPoll("arkel", "Komt er een jeu-de-boulesbaan?", { level: 2 });
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(volunteer) });
  await page.goto(`/molenlanden/werkplek/stemming/${poll}/kiezers`);
  await page.getByRole("searchbox").fill("Bea");
  await press(page, "Samen stemmen");
  await arriveAt(page, "Samen stemmen met Bea Zonderscherm");
  expect(page.url()).not.toMatch(/zonderscherm|\bbea\b/i);
  await press(page, "Verder");
  await page.getByRole("radio", { name: "Tegen", exact: true }).check();
  await press(page, "Verder");
  await arriveAt(page, "Klopt de keuze?");
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Stem uitbrengen");
  await arriveAt(page, "De stem is uitgebracht");
  expect(await page.getByText("Tegen").count()).toBe(0);
  expect(await faultsInEveryLook(page)).toEqual([]);
  await press(page, "Scherm leegmaken");
  await arriveAt(page, "Kiezerslijst");
  await page.goBack();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.goto(`/molenlanden/werkplek/stemming/${poll}/samen`);
  await arriveAt(page, "Kies eerst wie u helpt");
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  expect(kept).not.toMatch(new RegExp(`${poll}|against|Bea`));
  await page.goto(`/molenlanden/werkplek/stemming/${poll}/kiezers`);
  await page.getByRole("searchbox").fill("Bea");
  await page.getByText("Heeft al gestemd, met hulp").waitFor();
  const slips = await here.inMunicipality("molenlanden", (tx) =>
    tx.selectFrom("slip").select("choice").where("poll_id", "=", poll).execute(),
  );
  expect(slips).toEqual([{ choice: { chosen: ["against"] } }]);
  const own = await journey.pageFor(here.origin, { as: await here.signInAs("bea@voorbeeld.example") });
  await own.goto(`/molenlanden/stemming/${poll}`);
  await own.getByText("Op de kiezerslijst staat dat hier met hulp is gestemd.", { exact: false }).waitFor();
});

chapter("a volunteer who came in by a link in a mail is a resident, and reads how to get to her work", async () => {
  const poll = await here.aPoll("arkel", "Komt er een bankje bij de kerk?", { level: 1 });
  const session = await byMailLink({ origin: here.origin, home: "molenlanden" }, volunteer);
  const page = await journey.pageFor(here.origin, { as: session, expecting: /status of 403/ });
  await page.goto(`/molenlanden/werkplek/stemming/${poll}/kiezers`);
  await page.getByText("Dit is voor wie in deze kern helpt").waitFor();
  const way = await page.getByRole("link", { name: "Aanmelden met Microsoft" }).getAttribute("href");
  expect(new URL(way ?? "", here.origin).searchParams.get("terug")).toContain(poll);
  await page.goto(`/molenlanden/stemming/${poll}`);
  await page.getByText("U hebt ook een rol als helper of medewerker.", { exact: false }).waitFor();
  expect(await page.getByRole("link", { name: "Iemand helpen stemmen" }).count()).toBe(0);
});

chapter("a draft on two devices: the second is told, and both versions are kept", async () => {
  const session = await here.signInAs(staff.officer);
  const laptop = await journey.pageFor(here.origin, { as: session, size: desktop, expecting: /status of 409/ });
  await laptop.goto("/molenlanden/werkplek/nieuwe-stemming?kern=arkel");
  await laptop.getByLabel("De vraag").fill("Een vlag op de toren?");
  await laptop.getByText(/^Opgeslagen om/).waitFor();
  const tablet = await journey.pageFor(here.origin, { as: session });
  await tablet.goto("/molenlanden/werkplek");
  await follow(tablet, "Een vlag op de toren?");
  await tablet.getByLabel("De vraag").fill("Een vlag op de molen?");
  await tablet.getByText(/^Opgeslagen om/).waitFor();
  await laptop.getByLabel("De vraag").fill("Een vlag op de kerk?");
  await laptop.getByRole("heading", { name: "Deze stemming is ook ergens anders veranderd" }).waitFor();
  expect(await faultsInEveryLook(laptop)).toEqual([]);
  await press(laptop, "Dit apart bewaren");
  await laptop.getByText(/^Opgeslagen om/).waitFor();
  await tablet.goto("/molenlanden/werkplek");
  for (const question of ["Een vlag op de molen?", "Een vlag op de kerk?"])
    await tablet.getByRole("link", { name: question }).waitFor();
});
