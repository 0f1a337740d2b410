/** The road of a proposal after publishing: the officer on her laptop, the resident on a phone that hears of it by itself. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { follow, press } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;
const title = "Een bankje op de dijk bij de molen";
let proposal: string;

beforeAll(async () => {
  here = await testApp();
  const author = await here.aResident("Aad Arkelaar", "aad@voorbeeld.example", "arkel");
  proposal = await here.aProposal(author, title, "Men kan er nergens zitten, en het uitzicht is er mooi.");
}, 180_000);
afterAll(() => here?.close());

test("a proposal is taken up, answered and finished, and a neighbour reads each step on her phone as it happens", async () => {
  await here.aResident("Nel Buurvrouw", "nel@voorbeeld.example", "arkel");
  const phone = await journey.pageFor(here.origin, { as: await here.signInAs("nel@voorbeeld.example") });
  await phone.goto(`/molenlanden/voorstel/${proposal}`);
  await press(phone, "Ik steun dit");
  const laptop = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer), size: desktop });
  await laptop.goto(`/molenlanden/voorstel/${proposal}`);

  await press(laptop, "In behandeling nemen");
  await press(laptop, "In behandeling nemen");
  await follow(laptop, "Schrijf in één zin wie ernaar kijkt.");
  await laptop.getByLabel("Wie kijkt ernaar?").fill("De wijkbeheerder komt kijken en vraagt een prijs.");
  await laptop.getByLabel(/^Antwoord op zijn laatst op/).fill("2099-01-15");
  await press(laptop, "In behandeling nemen");
  const read = phone.getByRole("article");
  await read.getByText("De wijkbeheerder komt kijken en vraagt een prijs.").waitFor();
  await read.getByText("U krijgt antwoord, op zijn laatst op 15 januari 2099.").waitFor();
  expect(await faultsInEveryLook(phone)).toEqual([]);

  await press(laptop, "Antwoord geven");
  await press(laptop, "Nakijken");
  await laptop.getByRole("heading", { name: "Er zijn nog 3 dingen nodig" }).waitFor();
  expect(await faultsInEveryLook(laptop)).toEqual([]);
  await laptop.getByRole("radio", { name: "We doen het deels" }).check();
  await laptop.getByLabel("Waarom?").fill("Er komt één bankje, bij de molen. Voor een tweede is de dijk te smal.");
  await laptop.getByLabel("Namens wie?").fill("Team Buitenruimte");
  await press(laptop, "Nakijken");
  await laptop.getByText(/De indiener en 1 steuner krijgen een mail/).waitFor();
  await press(laptop, "Antwoord plaatsen");

  await read.getByRole("heading", { name: "We doen het deels" }).waitFor();
  await phone.getByText("U steunde dit voorstel. De gemeente gaf antwoord.").waitFor();
  expect(await phone.getByRole("button", { name: "Ik steun dit" }).count()).toBe(0);
  expect(await phone.getByRole("button", { name: "Reactie plaatsen" }).count()).toBe(1);
  expect(await faultsInEveryLook(phone)).toEqual([]);
  await here.mail("nel@voorbeeld.example", `Antwoord van de gemeente: ${title}`);

  await press(laptop, "Antwoord verbeteren");
  await laptop.getByLabel("Waarom?").fill("Er komen twee bankjes. De dijk is breder dan gedacht.");
  await laptop.getByLabel("Waarom verbetert u het?").fill("De dijk is opnieuw gemeten.");
  await press(laptop, "Nakijken");
  await press(laptop, "Verbetering plaatsen");
  await read.getByText("Er komen twee bankjes. De dijk is breder dan gedacht.").waitFor();
  await read.getByText(/^Dit antwoord is verbeterd op/).waitFor();
  await read.getByText("Wat er eerst stond, en waarom het anders is").click();
  await read.getByText("De dijk is opnieuw gemeten.").waitFor();
  await read.getByText("Er komt één bankje, bij de molen. Voor een tweede is de dijk te smal.").waitFor();
  expect(await faultsInEveryLook(phone)).toEqual([]);

  await press(laptop, "Afronden");
  await laptop.getByLabel("Wat kwam ervan?").fill("Het bankje staat er.");
  await press(laptop, "Afronden");
  await read.getByText("Het bankje staat er.").waitFor();

  await phone.goto("/molenlanden/arkel/voorstellen");
  await phone.getByLabel("Laat zien").selectOption("Beantwoord");
  await phone.getByRole("link", { name: title }).waitFor();
  expect(new URL(phone.url()).searchParams.get("stand")).toBe("beantwoord");
  await phone.getByLabel("Laat zien").selectOption("In behandeling");
  await phone.getByText("Geen voorstellen om te laten zien").waitFor();
}, 240_000);
