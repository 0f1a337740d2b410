/** Joining's other ends: each of them a page of its own that says what happened and what to do. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { municipality, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { arriveAt, focused, follow, press, tabTo, until } from "./steps.ts";

const journey = browserForTests();
/** The browser reports every refused request; here the refusals are what is looked at. */
const gone = /status of 410/;
let here: TestApp;

beforeAll(async () => {
  here = await testApp();
}, 180_000);
afterAll(() => here?.close());

async function fillIn(page: Page, kern: string, name: string, email: string): Promise<void> {
  await page.goto(`/meedoen?gemeente=${municipality}&kern=${kern}`);
  await page.getByLabel("Uw naam").fill(name);
  await page.getByLabel("Uw e-mailadres").fill(email);
  await press(page, "Verder");
}

async function asks(page: Page, kern: string, name: string, email: string): Promise<void> {
  await fillIn(page, kern, name, email);
  await page.getByRole("checkbox", { name: "Ja, ik doe mee" }).check();
  await press(page, "Aanmelding versturen");
  await arriveAt(page, "Kijk in uw mail");
}

async function linkTo(email: string, path: string, subject: string): Promise<string> {
  const { links } = await here.mail(email, subject);
  return links.find((link) => link.includes(path)) ?? "";
}
const confirmation = (email: string) => linkTo(email, "/meedoen/bevestigen#", "Bevestig dat u wilt meedoen");

async function confirms(page: Page, link: string): Promise<void> {
  // The token stands in the fragment: without a fresh page the browser would only change the hash.
  await page.goto("about:blank");
  await page.goto(link);
  await arriveAt(page, "Bent u het zelf?");
  await press(page, "Ja, bevestigen");
}

test("where nobody has to decide she takes part at once; the link works once", async () => {
  const page = await journey.pageFor(here.origin, { expecting: gone });
  await asks(page, "arkel", "Ria Eenmaal", "ria@voorbeeld.example");
  const link = await confirmation("ria@voorbeeld.example");
  await confirms(page, link);
  await arriveAt(page, "Welkom in Arkel, Ria Eenmaal");
  await confirms(page, link);
  await arriveAt(page, "U hebt al bevestigd");
  await follow(page.getByRole("main"), "Aanmelden");
  await arriveAt(page, "Aanmelden");
});

test("who signs in from the bar on top of the confirmation page comes to her kern, not back to a link without its secret", async () => {
  await here.aResident("Bo Balk", "bo@voorbeeld.example", "arkel");
  const page = await journey.pageFor(here.origin);
  await page.goto("/meedoen/bevestigen");
  await follow(page.getByRole("banner"), "Aanmelden");
  await page.getByLabel("Uw gemeente").selectOption("Molenlanden");
  await page.getByLabel("Uw e-mailadres").fill("bo@voorbeeld.example");
  await press(page, "Stuur mij een mail");
  await page.goto(await linkTo("bo@voorbeeld.example", "/aanmelden/link#", "Uw link om u aan te melden"));
  await press(page, "Aanmelden");
  await arriveAt(page, "Arkel");
});

test("a link that has expired says so and leads back to the form", async () => {
  const page = await journey.pageFor(here.origin, { expecting: gone });
  await asks(page, "arkel", "Tom Telaat", "tom@voorbeeld.example");
  const link = await confirmation("tom@voorbeeld.example");
  await here.inMunicipality(municipality, (tx) =>
    tx.updateTable("join_request").set({ expires_at: new Date() }).where("email", "=", "tom@voorbeeld.example").execute(),
  );
  await confirms(page, link);
  await arriveAt(page, "Deze link is verlopen");
  await follow(page, "Opnieuw invullen");
  await arriveAt(page, "In welke kern wilt u meedoen?");
});

test("a link without its secret says that it is incomplete", async () => {
  const page = await journey.pageFor(here.origin);
  await page.goto("/meedoen/bevestigen");
  await arriveAt(page, "Deze link is niet compleet");
  await page.goto("/aanmelden/link");
  await arriveAt(page, "Deze link werkt niet meer");
});

test("an address with a + takes part by web page and mail, and is told so", async () => {
  const page = await journey.pageFor(here.origin);
  await asks(page, "arkel", "Jo Plusteken", "jo+plein@voorbeeld.example");
  await confirms(page, await confirmation("jo+plein@voorbeeld.example"));
  await arriveAt(page, "Welkom in Arkel, Jo Plusteken");
  await page.getByText("Microsoft neemt uw e-mailadres niet aan.").waitFor();
  const welcome = await here.mail("jo+plein@voorbeeld.example", "Welkom in Arkel");
  expect(welcome.text).toContain("Microsoft Teams neemt uw e-mailadres niet aan.");
  expect(welcome.text).not.toContain("Open Arkel in Teams");
});

test("an address that takes part already sees the same page, and finds a link to sign in in its mail", async () => {
  await here.aResident("Bea Bekend", "bea@voorbeeld.example", "arkel");
  const page = await journey.pageFor(here.origin, { expecting: gone });
  await asks(page, "arkel", "Bea Bekend", "bea@voorbeeld.example");
  const link = await linkTo("bea@voorbeeld.example", "/aanmelden/link#", "U doet al mee in Arkel");
  await page.goto(link);
  await press(page, "Aanmelden");
  await arriveAt(page, "Arkel");
  await page.goto("about:blank");
  await page.goto(link);
  await press(page, "Aanmelden");
  await arriveAt(page, "Deze link is al gebruikt");
  await follow(page, "Nieuwe link vragen");
  await arriveAt(page, "Aanmelden");
});

test("a full mailbox: the page says where to look, the failure is on record, and the address can be corrected", async () => {
  const page = await journey.pageFor(here.origin);
  await asks(page, "arkel", "Vera Vol", "vol@voorbeeld.example");
  await page.getByText("kijk of uw mailbox vol is").waitFor();
  const failed = () =>
    here.inMunicipality(municipality, (tx) =>
      tx.selectFrom("message_sent").select("detail").where("state", "=", "failed").execute(),
    );
  expect(await until(failed, ({ length }) => length > 0)).toEqual([{ detail: expect.stringContaining("mailbox is full") }]);
  await press(page, "Ander e-mailadres");
  await arriveAt(page, "Wie bent u?");
  expect(await page.getByLabel("Uw naam").inputValue()).toBe("Vera Vol");
  expect(await page.getByLabel("Uw e-mailadres").inputValue()).toBe("vol@voorbeeld.example");
});

test("what is missing or wrong is summed up above the form, and each line leads to its field", async () => {
  const page = await journey.pageFor(here.origin);
  await page.goto(`/meedoen?gemeente=${municipality}&kern=arkel`);
  await page.getByLabel("Uw e-mailadres").fill("geen adres");
  await press(page, "Verder");
  await page.getByRole("heading", { name: "Er zijn nog 2 dingen nodig" }).waitFor();
  expect(await focused(page)).toBe("Er zijn nog 2 dingen nodig");
  await tabTo(page, "Vul uw naam in.");
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("Uw naam");
  await page.keyboard.type("Ot Goedgezind");
  await press(page, "Verder");
  await page.getByRole("heading", { name: "Er is nog 1 ding nodig" }).waitFor();
  await follow(page, "Vul een e-mailadres in, zoals naam@voorbeeld.nl.");
  expect(await focused(page)).toBe("Uw e-mailadres");
  expect(await page.getByLabel("Uw e-mailadres").getAttribute("aria-invalid")).toBe("true");
  await page.getByLabel("Uw e-mailadres").fill("ot@voorbeeld.example");
  await page.keyboard.press("Enter");

  await arriveAt(page, "Vindt u dit goed?");
  await press(page, "Aanmelding versturen");
  await follow(page, "Zet een vinkje als u meedoet. Anders bewaren we niets.");
  expect(await focused(page)).toBe("Ja, ik doe mee");
  expect(await here.mails("ot@voorbeeld.example")).toEqual([]);
  await page.goBack();
  await arriveAt(page, "Wie bent u?");
  expect(await page.getByLabel("Uw naam").inputValue()).toBe("Ot Goedgezind");
});

test("who waits for the officer hears so, also when she asks again; a refusal comes with its reason", async () => {
  const page = await journey.pageFor(here.origin, { expecting: gone });
  const email = "wil@voorbeeld.example";
  await asks(page, "kinderdijk", "Wil Wachter", email);
  const link = await confirmation(email);
  await confirms(page, link);
  await arriveAt(page, "Dank u wel, Wil Wachter");
  await confirms(page, link);
  await arriveAt(page, "Uw aanmelding is binnen");
  await asks(page, "kinderdijk", "Wil Wachter", email);
  await here.mail(email, "Uw aanvraag voor Kinderdijk is in behandeling");

  const before = await here.mails(email);
  const officer = await journey.pageFor(here.origin, {
    size: desktop,
    as: await here.signInAs(staff.officerOfKinderdijk),
  });
  await officer.goto("/molenlanden/werkplek");
  await press(officer, "Niet toelaten");
  await press(officer, "Afwijzing versturen");
  await officer.getByText("Schrijf in een zin waarom.").waitFor();
  await press(officer, /^U woont in een andere kern/);
  await press(officer, "Afwijzing versturen");
  await officer.getByText("Alles is gedaan").waitFor();
  const told = await here.mail(email, "Uw aanvraag voor Kinderdijk", before);
  expect(told.text).toContain("U woont in een andere kern. Meld u daar aan; u bent van harte welkom.");
  await confirms(page, link);
  await arriveAt(page, "Uw aanmelding is niet doorgegaan");
}, 240_000);

test("a kern that does not exist is not offered; an unknown name finds nothing, in words", async () => {
  const page = await journey.pageFor(here.origin);
  await page.goto(`/meedoen?gemeente=${municipality}&kern=atlantis`);
  await arriveAt(page, "In welke kern wilt u meedoen?");
  await page.getByLabel("Naam van de kern of uw postcode").fill("Atlantis");
  await page.getByText("Geen kern gevonden").waitFor();
  await page.getByLabel("Naam van de kern of uw postcode").fill("3381");
  expect(await page.getByRole("main").getByRole("listitem").allTextContents()).toEqual(["Giessen-Oudekerk", "Giessenburg"]);
});
