/** With the Tab, arrow, Space and Enter keys alone, on a screen of 360 px; what has the focus can be seen. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { municipality, type Session, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests } from "../support/browser.ts";
import { arriveAt, enter, focused, tabTo, until } from "./steps.ts";

const journey = browserForTests();
const question = "Mag de kermis een dag langer blijven?";
let here: TestApp;
let resident: Session;
let proposal = "";
let poll = "";

beforeAll(async () => {
  here = await testApp();
  const author = await here.aResident("Toos Toetsen", "toos@voorbeeld.example", "arkel");
  await here.aResident("Ger Geduld", "ger@voorbeeld.example", "arkel");
  proposal = await here.aProposal(
    author,
    "Een kermis voor kleine kinderen",
    "De grote kermis is te druk. Graag een kleine erbij.",
  );
  await here.aSubmission(
    author,
    "Een waterpomp op het kerkplein",
    "Op warme dagen is er geen water. Graag een pomp op het plein.",
  );
  poll = await here.aPoll("arkel", question);
  resident = await here.signInAs("ger@voorbeeld.example");
}, 180_000);
afterAll(() => here?.close());

test("the first Tab offers to pass by the menu, and Enter goes to the content", async () => {
  const page = await journey.pageFor(here.origin, { as: resident });
  await page.goto("/molenlanden/arkel");
  await arriveAt(page, "Arkel");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Naar de inhoud");
  const box = await page.getByRole("link", { name: "Naar de inhoud" }).boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("inhoud");
});

test("votes: from my kern to the receipt, with what happens when nothing is chosen", async () => {
  const page = await journey.pageFor(here.origin, { as: resident });
  await page.goto("/molenlanden/arkel");
  await arriveAt(page, "Arkel");
  await enter(page, "Stem uitbrengen");
  await arriveAt(page, question);
  await enter(page, "Verder");
  await page.getByRole("radio", { name: "Voor" }).waitFor();
  expect(await focused(page)).toBe(question);
  await enter(page, "Verder");
  await page.getByText("Kies eerst een van de mogelijkheden.").waitFor();
  expect(await focused(page)).toBe("Er is nog 1 ding nodig");
  await enter(page, "Kies eerst een van de mogelijkheden.");
  expect(await focused(page)).toBe("Voor");
  await page.keyboard.press("ArrowDown");
  await enter(page, "Verder");
  await arriveAt(page, "Klopt uw keuze?");
  expect(await focused(page)).toBe("Klopt uw keuze?");
  await page.getByText("Tegen", { exact: true }).waitFor();
  await enter(page, "Iets anders kiezen");
  await tabTo(page, "Tegen");
  await page.keyboard.press("ArrowUp");
  await enter(page, "Verder");
  await enter(page, "Stem uitbrengen");
  await arriveAt(page, "U hebt gestemd");
  expect(await focused(page)).toBe("U hebt gestemd");
  await enter(page, "Terug naar Arkel");
  await arriveAt(page, "Arkel");
});

test("supports and takes it back with Space; what changed is said aloud", async () => {
  const page = await journey.pageFor(here.origin, { as: resident });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await arriveAt(page, "Een kermis voor kleine kinderen");
  await tabTo(page, "Ik steun dit");
  const said = page.getByRole("status").filter({ hasText: /steunt dit voorstel/ });
  await page.keyboard.press("Space");
  await said.filter({ hasText: "U steunt dit voorstel. 1 persoon steunt dit" }).waitFor();
  expect(await focused(page)).toBe("Ik steun dit");
  await page.keyboard.press("Space");
  await said.filter({ hasText: "U steunt dit voorstel niet meer. 0 mensen steunen dit" }).waitFor();
});

test("comments: the stance with the arrows, a missing stance takes the focus", async () => {
  const page = await journey.pageFor(here.origin, { as: resident });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await arriveAt(page, "Een kermis voor kleine kinderen");
  await tabTo(page, "Uw reactie");
  await page.keyboard.type("Dan kunnen opa en oma ook mee.");
  await enter(page, "Reactie plaatsen");
  await page.getByText("Kies of u voor of tegen bent").waitFor();
  expect(await focused(page)).toMatch(/^Ik ben voor/);
  await page.keyboard.press("Space");
  await enter(page, "Reactie plaatsen");
  await page.getByRole("paragraph").filter({ hasText: "Dan kunnen opa en oma ook mee." }).waitFor();
});

test("the officer publishes from her desk on a phone, and is not left nowhere afterwards", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(staff.officer) });
  await page.goto(`/${municipality}/werkplek`);
  await arriveAt(page, "1 taak wacht op u");
  await enter(page, /^Nieuw voorstel.*Een waterpomp op het kerkplein/);
  await page.getByRole("heading", { name: "Een waterpomp op het kerkplein" }).waitFor();
  await enter(page, "Voorstel plaatsen");
  await page.getByText("Alles is gedaan").waitFor();
  const where = await until(
    () => page.evaluate(() => document.activeElement?.tagName),
    (tag) => tag !== "BODY",
  );
  expect(where).not.toBe("BODY");
});

/** Until nothing is on its way any more and the page has kept its height for a while: what still comes pushes away what has the focus. */
async function atRest(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await until(
    () => page.locator("[role=status][aria-label]").count(),
    (coming) => coming === 0,
  );
  await page.evaluate(async () => {
    let height = 0;
    for (let still = 0; still < 30; still += 1) {
      await new Promise(requestAnimationFrame);
      const now = document.documentElement.scrollHeight;
      if (now !== height) still = 0;
      height = now;
    }
  });
}

/** Tabs through the whole page; gives what had the focus without showing it: under a bar, or off the screen. */
async function hiddenFocus(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(async () => {
      const at = document.activeElement;
      if (!at || at === document.body) return "over";
      const belongs = (on: Element | null) =>
        on !== null &&
        (at.contains(on) || on.contains(at) || at.closest("label")?.contains(on) || at.parentElement === on.parentElement);
      let over: (Element | null)[] = [];
      // What slides or scrolls away gets a moment.
      for (let frames = 0; frames < 15; frames += 1) {
        await new Promise(requestAnimationFrame);
        const { left, right, top, bottom } = at.getBoundingClientRect();
        over = [0.5, 0.1, 0.9].map((part) => document.elementFromPoint((left + right) / 2, top + (bottom - top) * part));
        if (over.some(belongs)) return "";
      }
      return `${(at.textContent || at.id).trim().slice(0, 60)}: under ${over[0]?.textContent?.trim().slice(0, 40) || over[0]?.tagName}`;
    });
    if (found === "over") return hidden;
    if (found !== "") hidden.push(found);
  }
  return hidden;
}

test.each([
  ["my kern", () => "/molenlanden/arkel"],
  ["a proposal", () => `/molenlanden/voorstel/${proposal}`],
  ["a new proposal", () => "/molenlanden/arkel/voorstellen/nieuw"],
  ["me", () => "/molenlanden/ik"],
  ["a poll", () => `/molenlanden/stemming/${poll}`],
])("on %s nothing that has the focus lies hidden under the bars", async (_, path) => {
  const page = await journey.pageFor(here.origin, { as: resident });
  await page.goto(path());
  await atRest(page);
  expect(await hiddenFocus(page)).toEqual([]);
});
