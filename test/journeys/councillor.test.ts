/** What a councillor reads and prints: figures that single nobody out, words with their source, and paper without a menu. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { municipality, type Session, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, faultsOf } from "../support/browser.ts";
import { faultsInEnglish, faultsInEveryLook, faultsOn, type Screen } from "./looks.ts";
import { arriveAt, barsOf, follow, until } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;
let councillor: Session;

const screens: Screen[] = [
  ["the overview", "/molenlanden/raad"],
  ["the reading of a lively kern", "/molenlanden/raad/nieuw-lekkerland"],
  ["the reading of a quiet kern", "/molenlanden/raad/giessen-oudekerk"],
];

beforeAll(async () => {
  here = await testApp({ demo: true });
  councillor = await here.signInAs(staff.councillor);
}, 300_000);
afterAll(() => here?.close());

test("every screen is sound in every look", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor });
  expect(await faultsOn(page, screens, faultsInEveryLook)).toEqual([]);
}, 180_000);

test("every screen is sound in English", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor, language: "en" });
  expect(await faultsOn(page, screens, faultsInEnglish)).toEqual([]);
}, 180_000);

test("the overview names every kern once; fewer than ten people are never counted", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor, size: desktop });
  await page.goto("/molenlanden/raad");
  await arriveAt(page, "Wat de kernen van Molenlanden vragen");
  const rows = page.getByRole("row");
  expect(await rows.count()).toBe(21);
  const members = await membersByKern();
  for (const row of (await rows.all()).slice(1)) {
    const kern = (await row.getByRole("rowheader").textContent()) ?? "";
    const shown = await row.getByRole("cell").first().textContent();
    const count = members.get(kern) ?? 0;
    expect([kern, shown]).toEqual([kern, count < 10 ? expect.stringContaining("< 10") : String(count)]);
  }
  const supports = await page.locator("td svg + *").allTextContents();
  expect(supports.filter((text) => /^\d$/.test(text))).toEqual([]);
});

async function membersByKern(): Promise<Map<string, number>> {
  const rows = await here.inMunicipality(municipality, (tx) =>
    tx
      .selectFrom("kern")
      .innerJoin("membership", "membership.kern_id", "kern.kern_id")
      .select((eb) => ["kern.name", eb.fn.countAll<number>().as("members")])
      .where("left_at", "is", null)
      .groupBy("kern.name")
      .execute(),
  );
  return new Map(rows.map(({ name, members }) => [name, members]));
}

test("a year in charts on a phone: each says what it shows, its table says the same, and people come in tens", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor });
  await page.goto("/molenlanden/raad");
  const figures = page.getByRole("figure");
  await figures.last().waitFor();
  expect(await figures.count()).toBe(5);
  const proposals = page.getByRole("figure", { name: /voorstellen bij/ });
  const bars = await barsOf(proposals);
  expect(await bars.count()).toBeGreaterThan(2);
  const focus = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName);
  await proposals.getByText("De cijfers in een tabel").focus();
  await page.keyboard.press("Shift+Tab");
  const month = (await focus()) ?? "";
  await proposals.locator("[class*=calloutContentX]").waitFor();
  await page.keyboard.press("ArrowLeft");
  expect(await focus()).toMatch(/\d{4}.*Voorstellen, \d+/);
  expect(await focus()).not.toBe(month);
  await page.keyboard.press("Shift+Tab");
  expect(await focus()).not.toMatch(/Voorstellen, \d+/);
  for (const table of await page.getByText("De cijfers in een tabel").all()) await table.click();
  expect(await faultsOf(page)).toEqual([]);
  const numbers = async (name: RegExp) =>
    (await page.getByRole("figure", { name }).getByRole("cell").allTextContents()).join(" ");
  expect(await numbers(/steunden/)).toMatch(/^(< 10|\d*0)( (< 10|\d*0))*$/);
  expect(await numbers(/mensen mee/)).toMatch(/^(< 10|\d*0)( (< 10|\d*0))*$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}, 120_000);

test("since her last visit she reads what is new; on her first there is nothing to compare with", async () => {
  const newcomer = await here.signInAs("pieter.schijnraad@molenlanden.example");
  const page = await journey.pageFor(here.origin, { as: newcomer });
  await page.goto("/molenlanden/raad");
  await page.getByText("Dit is uw eerste bezoek.").waitFor();
  await here.inMunicipality(municipality, (tx) =>
    tx
      .updateTable("council_visit")
      .set({ seen_at: new Date(Date.now() - 20 * 86_400_000) })
      .execute(),
  );
  await page.reload();
  await page.getByText(/^Uw vorige bezoek was op/).waitFor();
  const news = page.getByRole("region", { name: "Sinds uw vorige bezoek" });
  const [, count = "0"] = /(\d+) nieuwe voorstellen/.exec((await news.textContent()) ?? "") ?? [];
  const fresh = await here.inMunicipality(municipality, (tx) =>
    tx
      .selectFrom("proposal")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("state", "=", "published")
      .where("published_at", ">", new Date(Date.now() - 20 * 86_400_000))
      .executeTakeFirstOrThrow(),
  );
  expect(Number(count)).toBe(fresh.count);
  expect(await faultsOf(page)).toEqual([]);
  await news.getByRole("link").first().click();
  await page.getByRole("heading", { name: "Wat vinden uw buren?" }).waitFor();
}, 120_000);

test("every sentence of the reading stands word for word where its link leads", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor, size: desktop });
  await page.goto("/molenlanden/raad/nieuw-lekkerland");
  await arriveAt(page, "Wat Nieuw-Lekkerland vraagt");
  const first = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3 }) })
    .first();
  const lines = await first.locator("q").allTextContents();
  expect(lines.length).toBeGreaterThan(1);
  await first.getByRole("link", { name: "uit het voorstel" }).click();
  await page.getByRole("heading", { name: "Wat vinden uw buren?" }).waitFor();
  for (let more = page.getByRole("button", { name: /laten zien/ }); (await more.count()) > 0; ) await more.first().click();
  const whole = (await page.getByRole("main").textContent())?.replace(/\s+/g, " ") ?? "";
  for (const line of lines) expect(whole).toContain(line.replace(/…$/, "").replace(/\s+/g, " "));
});

/** What paper shows of the navigation, the foot and the buttons. */
async function onPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const shown: string[] = [];
  for (const role of ["navigation", "banner", "contentinfo", "button"] as const) {
    for (const each of await page.getByRole(role).all())
      if (await each.isVisible()) shown.push(`${role}: ${await each.textContent()}`);
  }
  return shown;
}

test("printed, there is no menu and no button, and the figures are all there", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor, size: desktop });
  await page.goto("/molenlanden/raad");
  await page.getByRole("row").nth(20).waitFor();
  expect(await onPaper(page)).toEqual([]);
  expect(await page.getByRole("row").last().isVisible()).toBe(true);
  const paper = await page.pdf({ format: "A4" });
  expect(paper.byteLength).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: "screen" });
  await follow(page.getByRole("row", { name: /^Nieuw-Lekkerland/ }), "Nieuw-Lekkerland");
  await arriveAt(page, "Wat Nieuw-Lekkerland vraagt");
  expect(await onPaper(page)).toEqual([]);
});

test("on paper the letters are dark on white, whatever the device shows", async () => {
  const page = await journey.pageFor(here.origin, { as: councillor, size: desktop, dark: true });
  await page.goto("/molenlanden/raad");
  await page.getByRole("row").nth(20).waitFor();
  await page.emulateMedia({ media: "print" });
  const lightness = () =>
    page
      .getByRole("rowheader")
      .first()
      .evaluate((cell) => {
        const colour = getComputedStyle(cell.querySelector("a") ?? cell).color;
        return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
      });
  expect(await until(lightness, (light) => light < 128)).toBeLessThan(128);
});
