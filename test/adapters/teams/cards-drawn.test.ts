/** Every kind of card, drawn by Microsoft's own renderer in a real browser, as narrow as the narrowest phone. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { cutOff, draw, prepare } from "../../../infra/scripts/cards/draw.ts";
import { sampleCards } from "../../../infra/scripts/cards/samples.ts";
import { linksOf } from "../../../src/adapters/teams/cards/links.ts";
import { meetingCard } from "../../../src/adapters/teams/cards/meeting-card.ts";
import { launchBrowser } from "../../support/browser.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await prepare(page);
}, 60_000);
afterAll(() => browser?.close());

test.each(Object.entries(sampleCards))(
  "the card %s fits at 320 px, and the renderer has nothing against it",
  async (_name, card) => {
    expect(await draw(page, card, ["light"], [320])).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await page.locator(".frame .ac-adaptiveCard").count()).toBe(1);
  },
);

test("neither words without an end nor a name of a hall without a space stick out", async () => {
  const word = "Omgevingsvergunningverleningsprocedure".repeat(3);
  const card = meetingCard(
    {
      meeting: "1",
      kern: "arkel",
      kernName: "Arkel",
      title: word,
      excerpt: word,
      startsAt: new Date("2026-12-03T19:00:00Z"),
      endsAt: new Date("2026-12-03T21:00:00Z"),
      hall: word,
      address: "",
      hasOnline: false,
      state: "cancelled",
      begun: false,
      cancelReason: word,
      capacity: null,
      coming: 0,
      waiting: 0,
      hasMinutes: false,
    },
    { language: "nl", links: linksOf("https://kernplein.voorbeeld.example", "molenlanden") },
  );
  await draw(page, card, ["light"], [320]);
  expect(await cutOff(page)).toEqual([]);
});

test("what sticks out or is cut off is seen", async () => {
  const wide = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "TextBlock", text: "Een lange regel. ".repeat(20), wrap: false }],
  } as const;
  await draw(page, { ...wide, body: [...wide.body] }, ["light"], [320]);
  expect(await cutOff(page)).not.toEqual([]);
});
