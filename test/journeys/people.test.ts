import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf, phone } from "../support/browser.ts";

const browser = browserForTests();
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.provision("arkel");
}, 240_000);
afterAll(() => app?.close());

/** As an old office program writes it: Windows-1252 with semicolons. */
const list = Buffer.from(
  "Naam;E-mail;Toestemming\r\nZo\u00eb Bedacht;zoe@voorbeeld.example;formulier\r\nPlus Bedacht;p+x@voorbeeld.example;brief\r\nKapot;kapot;brief\r\n",
  "latin1",
);

test("an officer invites from a file, sees how far each is, mends what failed, and blocks somebody for a while", async () => {
  const page = await browser.pageFor(app.origin, { size: phone, as: await app.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek");
  await page.getByRole("link", { name: /^Mensen/ }).click();
  await page.getByRole("link", { name: "Mensen uitnodigen" }).click();
  await page.getByLabel("Voor welke kern?").selectOption("Arkel");
  await page.locator("input[type=file]").setInputFiles({ name: "lijst.csv", mimeType: "text/csv", buffer: list });
  const rows = page.getByRole("region", { name: "De regels van het bestand" });
  await rows.getByText("Dit klopt niet: het e-mailadres").waitFor();
  expect(await rows.textContent()).toContain("Zoë Bedacht");
  expect(await faultsOf(page)).toEqual([]);
  expect(await app.mails("zoe@voorbeeld.example")).toEqual([]);

  await page.getByRole("button", { name: "2 uitnodigingen versturen" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Deze regels opslaan als bestand" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("lijst - niet uitgenodigd.csv");
  expect(await readFile(await saved.path(), "utf8")).toContain("Kapot;kapot;brief;Dit klopt niet: het e-mailadres.");
  expect(await faultsOf(page)).toEqual([]);
  const mail = await app.mail("zoe@voorbeeld.example", "Doe mee in Arkel");
  expect(mail.links.some((link) => link.includes("/local/redeem"))).toBe(true);

  await page.getByRole("link", { name: "Mensen" }).click();
  await page.getByRole("button", { name: /^Wacht op antwoord/ }).click();
  const zoe = page.getByRole("listitem").filter({ hasText: "zoe@voorbeeld.example" });
  await zoe.getByText("Na 7 en 21 dagen").waitFor();
  await page.getByText("p+x@voorbeeld.example").waitFor({ state: "detached" });
  expect(await faultsOf(page)).toEqual([]);
  await zoe.getByRole("button", { name: /^Blokkeren/ }).click();
  await page.getByRole("button", { name: /uitschelden/ }).click();
  await page.getByRole("button", { name: "Blokkeren en mail versturen" }).click();
  await page.getByRole("button", { name: /^Geblokkeerd/ }).click();
  await zoe.getByText("Reden: U bleef anderen uitschelden.", { exact: false }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await app.mail("zoe@voorbeeld.example", "U kunt nu niet meedoen");
}, 180_000);

test("a file with 200,000 rows is refused in a sentence, and a right one can be offered right after", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kernplein-list-"));
  const large = join(folder, "inwoners.csv");
  await writeFile(large, `naam;e-mail;toestemming\n${"Inwoner;inwoner@voorbeeld.example;brief\n".repeat(200_000)}`);
  const page = await browser.pageFor(app.origin, { size: phone, as: await app.signInAs(staff.officer) });
  await page.goto("/molenlanden/werkplek/uitnodigen");
  await page.getByLabel("Voor welke kern?").selectOption("Arkel");
  await page.locator("input[type=file]").setInputFiles(large);
  await page.getByText("Een bestand mag 2.000 mensen hebben en 1 MB groot zijn. Er is niets verstuurd.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.locator("input[type=file]").setInputFiles({ name: "lijst.csv", mimeType: "text/csv", buffer: list });
  await page.getByRole("heading", { name: "Dit staat er in lijst.csv" }).waitFor();
  expect(await page.getByText("Dit bestand is te groot").count()).toBe(0);
  await rm(folder, { recursive: true });
}, 180_000);

test("the people of a kern on a wide screen, in English, by keyboard", async () => {
  const page = await browser.pageFor(app.origin, {
    size: desktop,
    language: "en",
    dark: true,
    as: await app.signInAs(staff.officer),
  });
  await page.goto("/molenlanden/werkplek/mensen");
  const everybody = page.getByRole("button", { name: /^Everybody/ });
  await everybody.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/state=/);
  expect(await page.locator(`button[aria-pressed="true"]`).textContent()).not.toMatch(/Everybody/);
  expect(await faultsOf(page)).toEqual([]);
}, 180_000);

test("a resident gives another address, confirms it in the new mailbox, and cannot see the list", async () => {
  const resident = await app.aResident("Jo Voorbeeld", "jo@voorbeeld.example", "arkel");
  const page = await browser.pageFor(app.origin, { as: await app.signInAs("jo@voorbeeld.example") });
  await page.goto("/molenlanden/werkplek/mensen");
  await page.getByText("Deze pagina is voor contactpersonen").waitFor();
  await page.goto("/molenlanden/ik/gegevens");
  await page.getByLabel("Nieuw e-mailadres").fill("jo.nieuw@voorbeeld.example");
  await page.getByRole("button", { name: "Bevestiging versturen" }).click();
  await page.locator("#inhoud").getByText("We stuurden een mail naar jo.nieuw@voorbeeld.example").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const { links } = await app.mail("jo.nieuw@voorbeeld.example", "Is dit uw nieuwe e-mailadres?");
  await page.goto(links.find((link) => link.includes("/meedoen/adres#")) ?? "");
  await page.getByRole("button", { name: "Ja, dit is mijn adres" }).click();
  await page.getByText("Uw nieuwe adres staat erin").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const { email } = await app.inMunicipality("molenlanden", (tx) =>
    tx.selectFrom("person").select("email").where("person_id", "=", resident.person).executeTakeFirstOrThrow(),
  );
  expect(email).toBe("jo.nieuw@voorbeeld.example");
}, 180_000);
