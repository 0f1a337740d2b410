/** Every form of ballot, filled in on a phone and cast: what lies in the box is what was on the screen. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { municipality, type Session, type TestApp, testApp } from "../support/app.ts";
import { browserForTests } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, press } from "./steps.ts";

const journey = browserForTests();
let here: TestApp;
let session: Session;

beforeAll(async () => {
  here = await testApp();
  await here.aResident("Tine Tablet", "tine@voorbeeld.example", "arkel");
  session = await here.signInAs("tine@voorbeeld.example");
}, 180_000);
afterAll(() => here?.close());

const words = ["Bankje", "Lantaarn", "Boom"].map((label) => ({ label }));
const plans = [
  { label: "Bankje", cost: 200_000, theme: "Groen", summary: "Aan de haven.", place: { latitude: 51.868, longitude: 4.995 } },
  { label: "Lantaarn", cost: 450_000, theme: "Verkeer", summary: "Bij de halte.", place: { latitude: 51.871, longitude: 4.991 } },
  { label: "Boom", cost: 90_000, theme: "Groen", summary: "Op het plein.", place: null },
];
const budget = 500_000;

type Plan = Parameters<TestApp["aPoll"]>[2];
interface Case {
  name: string;
  plan: Plan;
  fill(page: Page): Promise<void>;
  /** What stands in the box; options are numbered in the officer's order. */
  choice: object;
}
const tick = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true }).click();
const rank = (page: Page, name: string) => press(page, new RegExp(`^${name}.*op plaats`));

const cases: Case[] = [
  {
    name: "consent",
    plan: { form: { kind: "consent" } },
    fill: (page) => page.getByRole("radio", { name: "Bezwaar", exact: true }).check(),
    choice: { chosen: ["objection"] },
  },
  {
    name: "single",
    plan: { form: { kind: "single" }, options: words },
    fill: (page) => page.getByRole("radio", { name: "Boom" }).check(),
    choice: { chosen: ["option-3"] },
  },
  {
    name: "multiple",
    plan: { form: { kind: "multiple", min: 2, max: 2 }, options: words },
    async fill(page) {
      await tick(page, "Boom");
      await press(page, "Verder");
      await page.getByText("Kies er minstens 2. U koos er 1.").waitFor();
      await tick(page, "Bankje");
      await tick(page, "Lantaarn");
      await page.getByText("U kunt er hoogstens 2 kiezen. Haal er eerst een weg.").waitFor();
    },
    choice: { chosen: ["option-1", "option-3"] },
  },
  {
    name: "approval of plans with a budget",
    plan: {
      form: { kind: "approval", max: null },
      count: { rule: "equal-shares", budget, utility: "cost", completion: "add1+votes" },
      options: plans,
    },
    async fill(page) {
      for (const { label } of plans) await tick(page, label);
      await page.getByText("u kiest 3 plannen · samen € 7.400 van € 5.000").waitFor();
      await press(page, "Ongedaan maken");
      await page.getByText("u kiest 2 plannen").waitFor();
      await press(page, "Vergelijk: Bankje");
      await press(page, "Vergelijk: Boom");
      await press(page, "Toon de kaart");
      await page.getByRole("region", { name: "Kaart van de plannen in Arkel" }).waitFor();
      await page.getByRole("table", { name: "Plannen naast elkaar" }).waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
    },
    choice: { chosen: ["option-1", "option-2"] },
  },
  {
    name: "knapsack",
    plan: { form: { kind: "knapsack" }, count: { rule: "most-votes", budget }, options: plans },
    async fill(page) {
      await tick(page, "Lantaarn");
      await tick(page, "Bankje");
      await page.getByText("Dit plan past niet meer. Het kost € 2.000, u hebt nog € 500.").waitFor();
      await page.getByText("U hebt nog € 500 over.").waitFor();
    },
    choice: { chosen: ["option-2"] },
  },
  {
    name: "ranking",
    plan: { form: { kind: "ranking", max: null }, options: words },
    async fill(page) {
      await rank(page, "Boom");
      await rank(page, "Bankje");
      await rank(page, "Lantaarn");
      await press(page, "Lantaarn een plaats omhoog");
      await press(page, "Boom weghalen");
      expect(await faultsInEveryLook(page)).toEqual([]);
    },
    choice: { ranking: ["option-2", "option-1"] },
  },
  {
    name: "score",
    plan: { form: { kind: "score", max: 4 }, options: words },
    async fill(page) {
      await page.getByRole("group", { name: "Boom" }).getByRole("radio", { name: "4" }).check();
      await page.getByRole("group", { name: "Bankje" }).getByRole("radio", { name: "1" }).check();
      expect(await faultsInEveryLook(page)).toEqual([]);
    },
    choice: { points: { "option-1": 1, "option-3": 4 } },
  },
  {
    name: "ten hearts",
    plan: { form: { kind: "points", total: 10, perOption: null }, options: words },
    async fill(page) {
      await tick(page, "Boom");
      await tick(page, "Lantaarn");
      await press(page, "Verder");
      await arriveAt(page, "Verdeel uw 10 hartjes");
      await page.getByText("Nog 0 hartjes over.").waitFor();
      await press(page, "Een hartje minder voor Lantaarn, nu 5");
      await press(page, "Een hartje meer voor Boom, nu 5");
      await press(page, "Een hartje meer voor Boom, nu 6");
      await page.getByText("U hebt alle 10 hartjes gegeven.").waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
    },
    choice: { points: { "option-2": 4, "option-3": 6 } },
  },
];

test.each(cases)(
  "$name",
  async ({ name, plan, fill, choice }) => {
    const question = `Wat vindt u van ${name}?`;
    const poll = await here.aPoll("arkel", question, plan);
    const page = await journey.pageFor(here.origin, { as: session });
    await page.goto(`/${municipality}/stemming/${poll}/stemhokje`);
    await arriveAt(page, question);
    if ("count" in (plan ?? {})) await press(page, "Haal uw stempas");
    await press(page, "Verder");
    await fill(page);
    await press(page, "Verder");
    await arriveAt(page, "Klopt uw keuze?");
    await press(page, "Stem uitbrengen");
    await arriveAt(page, "U hebt gestemd");
    const slips = await here.inMunicipality(municipality, (tx) =>
      tx.selectFrom("slip").select("choice").where("poll_id", "=", poll).execute(),
    );
    expect(slips).toEqual([{ choice }]);
  },
  60_000,
);
