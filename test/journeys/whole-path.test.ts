/** The whole path once: from a mail address to an outcome on a councillor's table, each person on a device of her own. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "@jest/globals";
import type { Page } from "playwright-core";
import { type Session, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { arriveAt, chapters, enter, follow, idIn, press, sessionOf, tabTo, votes } from "./steps.ts";

const journey = browserForTests();
const chapter = chapters();
const photo = fileURLToPath(new URL("../../src/local/demo/photos/mill.jpg", import.meta.url));
const marit = "marit.molendijk@voorbeeld.example";
const buurvrouw = "nel.buurvrouw@voorbeeld.example";
const buurman = "kees.buurman@voorbeeld.example";
const question = "Moet er verlichting langs het fietspad komen?";
const title = "Verlichting langs het fietspad naar de molens";

let here: TestApp;
let signedIn: Session;
let proposal = "";
let poll = "";

beforeAll(async () => {
  here = await testApp();
  await here.provision("kinderdijk");
  const nel = await here.aResident("Nel Buurvrouw", buurvrouw, "kinderdijk");
  await here.aResident("Kees Buurman", buurman, "kinderdijk");
  await here.aProposal(
    nel,
    "Lantaarns langs het fietspad bij de molens",
    "Het is daar 's avonds te donker om veilig te fietsen.",
  );
}, 180_000);
afterAll(() => here?.close());

chapter("a newcomer chooses her kern by postcode, agrees, and confirms with the button of the mail", async () => {
  const page = await journey.pageFor(here.origin);
  await page.goto("/");
  await page.getByRole("link", { name: "Meedoen" }).first().click();
  await arriveAt(page, "In welke kern wilt u meedoen?");
  await page.getByLabel("Naam van de kern of uw postcode").fill("2961 AS");
  await press(page, "Kinderdijk");
  await arriveAt(page, "Wie bent u?");
  await page.getByLabel("Uw naam").fill("Marit Molendijk");
  await page.getByLabel("Uw e-mailadres").fill("Marit.Molendijk@Voorbeeld.example");
  await press(page, "Verder");
  await page.getByRole("checkbox", { name: "Ja, ik doe mee" }).check();
  await press(page, "Aanmelding versturen");
  await arriveAt(page, "Kijk in uw mail");

  await here.mail(marit, "Bevestig dat u wilt meedoen in Kinderdijk");
  await page.goto(`/local/postvak?zoek=${marit}`);
  await page.getByRole("link", { name: /Bevestig dat u wilt meedoen/ }).click();
  const opened = page.waitForEvent("popup");
  await page.frameLocator("iframe").getByRole("link", { name: "Ja, ik wil meedoen" }).click();
  const confirming = await opened;
  await arriveAt(confirming, "Bent u het zelf?");
  expect(confirming.url()).toBe(`${here.origin}/meedoen/bevestigen`);
  await press(confirming, "Ja, bevestigen");
  await arriveAt(confirming, "Dank u wel, Marit Molendijk");
});

chapter("the officer signs in with Microsoft and lets her in from the desk", async () => {
  const asked = await here.mail(staff.officerOfKinderdijk, "Marit Molendijk wil meedoen in Kinderdijk");
  const page = await journey.pageFor(here.origin, { size: desktop });
  await page.goto(asked.links.find((link) => link.endsWith("/werkplek")) ?? "");
  await arriveAt(page, "Aanmelden");
  await follow(page, "Aanmelden met Microsoft");
  await press(page, /Wim Modelman/);
  await arriveAt(page, "1 taak wacht op u");
  await page.getByRole("heading", { name: "Marit Molendijk wil meedoen in Kinderdijk" }).waitFor();
  await press(page, "Toelaten");
  await arriveAt(page, "Werkplek");
  await page.getByText("Alles is gedaan").waitFor();
  await press(page, "Meteen doen");
  await page.getByText("Marit Molendijk mag meedoen.").waitFor({ state: "detached" });
});

chapter("she is welcomed with the way to the team and to the page, and signs in with a link", async () => {
  const welcome = await here.mail(marit, "Welkom in Kinderdijk");
  expect(welcome.links[0]).toBe(`${here.origin}/molenlanden/kinderdijk`);
  expect(welcome.text).toContain("Open Kinderdijk in Teams");
  const page = await journey.pageFor(here.origin);
  await page.goto(welcome.links[1] ?? "");
  await arriveAt(page, /^Uitnodiging aannemen/);
  await press(page, "Aannemen");
  await arriveAt(page, "Het plein van uw dorp");
  await page.goto(`${here.origin}/molenlanden/kinderdijk`);
  await follow(page, "Ik doe al mee: aanmelden");
  await page.getByLabel("Uw e-mailadres").fill(marit);
  await press(page, "Stuur mij een mail");
  await arriveAt(page, "Kijk in uw mail");
  const { links } = await here.mail(marit, "Uw link om u aan te melden");
  await page.goto(links.find((link) => link.includes("/aanmelden/link#")) ?? "");
  await arriveAt(page, "U bent er bijna");
  await press(page, "Aanmelden");
  await arriveAt(page, "Kinderdijk");
  expect(new URL(page.url()).pathname).toBe("/molenlanden/kinderdijk");
  await page.getByText("Er wordt u nu niets gevraagd").waitFor();
  signedIn = await sessionOf(page);
});

chapter("what she writes saves itself, shows what resembles it, and goes with a photo to the officer", async () => {
  const page = await journey.pageFor(here.origin, { as: signedIn });
  await page.goto("/molenlanden/kinderdijk");
  await follow(page, "Voorstel doen");
  await arriveAt(page, "Uw voorstel voor Kinderdijk");
  await page.getByLabel("Wat is uw voorstel, in één zin?").fill(title);
  await page.getByText(/Opgeslagen om \d\d:\d\d/).waitFor();
  await page.getByRole("link", { name: "Lantaarns langs het fietspad bij de molens" }).waitFor();

  await page.reload();
  await page.getByText("U was hier al mee bezig").waitFor();
  expect(await page.getByLabel("Wat is uw voorstel, in één zin?").inputValue()).toBe(title);
  await page
    .getByLabel("Leg uit waarom")
    .fill("Bezoekers en inwoners fietsen hier in het donker. Ik wil graag lage lampen langs het fietspad.\n\nDat is veiliger.");
  await page.getByLabel("Waar is het?").fill("Fietspad langs de Overwaard");
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Foto kiezen");
  await (await chooser).setFiles(photo);
  await page.getByLabel("Wat is er op de foto te zien?").fill("Het donkere fietspad met een molen");
  await press(page, "Voorstel indienen");
  await arriveAt(page, title);
  await page.getByText("Uw voorstel is ingediend").waitFor();
  await page.getByRole("img", { name: "Het donkere fietspad met een molen" }).waitFor();
  proposal = idIn(page);
});

chapter("the officer reads it on the desk and publishes it; she hears so by mail", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(staff.officerOfKinderdijk) });
  await page.goto("/molenlanden/werkplek");
  await arriveAt(page, "1 taak wacht op u");
  await page.getByRole("heading", { name: title }).waitFor();
  await press(page, "Voorstel plaatsen");
  await page.getByText("Alles is gedaan").waitFor();
  await press(page, "Meteen doen");
  const told = await here.mail(marit, `Uw voorstel is geplaatst: ${title}`);
  expect(told.links).toContain(`${here.origin}/molenlanden/voorstel/${proposal}`);
});

chapter("a neighbour finds it by searching, supports it, and argues for it; another argues against", async () => {
  const nel = await journey.pageFor(here.origin, { as: await here.signInAs(buurvrouw) });
  await nel.goto("/molenlanden/kinderdijk/voorstellen");
  await nel.getByLabel("Zoek in de voorstellen").fill("verlichting");
  await nel.getByText("1 voorstel", { exact: true }).waitFor();
  await follow(nel, title);
  await arriveAt(nel, title);
  await press(nel, "Ik steun dit");
  await nel.getByText("1 persoon steunt dit").first().waitFor();
  expect(await nel.getByRole("button", { name: "Ik steun dit" }).getAttribute("aria-pressed")).toBe("true");
  await says(nel, "Ik ben voor", "Mijn dochter fietst hier elke avond en durft het bijna niet.");

  const kees = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(buurman) });
  await kees.goto(`/molenlanden/voorstel/${proposal}`);
  await press(kees, "Ik steun dit");
  await says(kees, "Ik ben tegen", "Lampen storen de vleermuizen bij de molens.");
  await press(kees, /^Eens/);
  await kees.getByRole("button", { name: "Eens · 1" }).waitFor();
});

async function says(page: Page, stance: string, words: string): Promise<void> {
  await page.getByRole("radio", { name: stance }).check();
  await page.getByLabel("Uw reactie").fill(words);
  await press(page, "Reactie plaatsen");
  await page.getByRole("paragraph").filter({ hasText: words }).waitFor();
  expect(await page.getByLabel("Uw reactie").inputValue()).toBe("");
}

chapter("the officer puts it to the vote; everybody in the kern gets a mail", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(staff.officerOfKinderdijk) });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await follow(page, "Stemming openen");
  await arriveAt(page, "Wat vraagt u?");
  expect(await page.getByLabel("De vraag").inputValue()).toBe(`Moet dit er komen: ${title}?`);
  await page.getByLabel("De vraag").fill(question);
  await press(page, /Nakijken$/);
  await arriveAt(page, "Klopt alles?");
  await press(page, "Stemming openen");
  await arriveAt(page, question);
  await follow(page, "Zo ziet de kiezer de stemming");
  await arriveAt(page, question);
  poll = idIn(page);
  for (const voter of [marit, buurvrouw, buurman]) {
    expect((await here.mail(voter, "Stem in Kinderdijk")).links).toContain(`${here.origin}/molenlanden/stemming/${poll}`);
  }
});

chapter("three neighbours vote: one by keyboard alone, one changes her mind, nobody sees a count", async () => {
  const maritsPhone = await journey.pageFor(here.origin, { as: signedIn });
  await maritsPhone.goto("/molenlanden/kinderdijk");
  await follow(maritsPhone, "Stem uitbrengen");
  await votes(maritsPhone, question, "Voor");

  const nel = await journey.pageFor(here.origin, { as: await here.signInAs(buurvrouw) });
  await nel.goto(`/molenlanden/stemming/${poll}/stemhokje`);
  await votes(nel, question, "Tegen");
  await nel.goto(`/molenlanden/stemming/${poll}`);
  await follow(nel, "Stem wijzigen");
  await votes(nel, question, "Voor");
  await nel.getByText("De vorige telt niet meer").waitFor();

  const kees = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(buurman) });
  await kees.goto(`/molenlanden/stemming/${poll}/stemhokje`);
  await arriveAt(kees, question);
  await enter(kees, "Verder");
  await tabTo(kees, "Voor");
  await kees.keyboard.press("ArrowDown");
  expect(await kees.getByRole("radio", { name: "Tegen" }).isChecked()).toBe(true);
  await enter(kees, "Verder");
  await arriveAt(kees, "Klopt uw keuze?");
  await enter(kees, "Stem uitbrengen");
  await arriveAt(kees, "U hebt gestemd");

  await kees.goto(`/molenlanden/stemming/${poll}`);
  await kees.getByText("Er staan 3 mensen op de kiezerslijst.").waitFor();
  expect(await kees.getByRole("table").count()).toBe(0);
});

chapter("after closing everybody reads the same tally, on the page and in the mail", async () => {
  await here.closeNow(poll);
  const told = await here.mail(marit, "Uitslag in Kinderdijk");
  expect(told.text).toContain("Meeste stemmen: Voor (2 van 3).");
  const page = await journey.pageFor(here.origin, { as: signedIn });
  await page.goto(`/molenlanden/stemming/${poll}`);
  await page.getByText("3 van de 3 stemden.").waitFor();
  const rows = await page.getByRole("row").allTextContents();
  expect(rows.slice(1)).toEqual([
    expect.stringMatching(/^Voor.*2$/),
    expect.stringMatching(/^Tegen.*1$/),
    expect.stringMatching(/^Onthouding.*0$/),
  ]);
  await page.goto(`/molenlanden/stemming/${poll}/stemhokje`);
  await arriveAt(page, "De stemming is gesloten");
});

chapter("a councillor sees the kern, opens its reading, and follows an argument to where it was written", async () => {
  const page = await journey.pageFor(here.origin, { size: desktop, as: await here.signInAs(staff.councillor) });
  await page.goto("/");
  await follow(page, "Raad");
  await arriveAt(page, "Wat de kernen van Molenlanden vragen");
  const row = page.getByRole("row", { name: /Kinderdijk/ });
  expect(await row.textContent()).toContain("< 10");
  await follow(row, "Kinderdijk");
  await arriveAt(page, "Wat Kinderdijk vraagt");
  await page.getByText("Ik wil graag lage lampen langs het fietspad.").waitFor();
  const argument = page.getByRole("listitem").filter({ hasText: "Lampen storen de vleermuizen bij de molens." }).last();
  await follow(argument, "uit een reactie");
  await arriveAt(page, title);
  await page.getByText("Lampen storen de vleermuizen bij de molens.").waitFor();
});
