/** The main path of each role, on a phone and at a desk, in Teams and in a plain browser: the same pages, the same outcomes. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import { findTab } from "../../src/provisioning/index.ts";
import { municipality, type Person, staff, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, desktop, phone } from "../support/browser.ts";
import { arriveAt, follow, press, until, votes } from "./steps.ts";
import { inDialog, openTeams } from "./teams-window.ts";

/** A page of ours wherever it is shown, and where its booth opens. */
interface Place {
  view: Page | FrameLocator;
  booth: Page | FrameLocator;
}

/** One way of looking: which of the residents and of the submitted plans are its own. */
interface Way {
  name: string;
  teams: boolean;
  size: { width: number; height: number };
  resident: string;
  plan: string;
}

const ways: Way[] = [
  { name: "in Teams on a phone", teams: true, size: phone, resident: "een", plan: "Een bankje bij de sluis" },
  { name: "in Teams at a desk", teams: true, size: desktop, resident: "twee", plan: "Een hek om de speeltuin" },
  { name: "in a browser on a phone", teams: false, size: phone, resident: "drie", plan: "Een afdak bij de bushalte" },
  { name: "in a browser at a desk", teams: false, size: desktop, resident: "vier", plan: "Een vlag op het dorpshuis" },
];
const title = "Een jeu-de-boulesbaan op het plein";
const question = "Wilt u een jeu-de-boulesbaan?";
const addressOf = (resident: string) => `${resident}.inwoner@voorbeeld.example`;

const journey = browserForTests();
let here: TestApp;
let proposal = "";
let poll = "";
const residents = new Map<string, Person>();

beforeAll(async () => {
  here = await testApp();
  const author = await here.aResident("Ada Indiener", "ada.indiener@voorbeeld.example", "arkel");
  for (const { resident } of ways)
    residents.set(resident, await here.aResident(`Buur ${resident}`, addressOf(resident), "arkel"));
  const body = "Ouderen en jongeren kunnen er samen spelen. Graag een baan.";
  proposal = await here.aProposal(author, title, body);
  for (const { plan } of ways) await here.aSubmission(author, plan, "Dat is nodig, want er is nu niets. Graag voor de zomer.");
  poll = await here.aPoll("arkel", question);
  const file = here.app.files.find(({ slug }) => slug === municipality);
  if (!file) throw new Error("There is no file of Molenlanden.");
  // So that looking how the teams are is a matter of moments.
  file.kernen = file.kernen.filter(({ slug }) => slug === "arkel");
  await here.provision("arkel");
  await removeTabByHand(file.entraTenantId);
}, 180_000);
afterAll(() => here?.close());

/** As an owner does it in Teams. */
async function removeTabByHand(tenant: string): Promise<void> {
  const tab = await here.inMunicipality(municipality, (tx) => findTab(tx, "arkel", "voorstellen"));
  if (!tab) throw new Error("There is no tab in Arkel.");
  await here.app.workplace.workplace.removeTab(tenant, tab.teamId, tab.channelId, tab.tabId);
}

/** Each person has a device of her own. */
async function openAs({ teams, size }: Way, email: string, path: string): Promise<Place> {
  const page = await journey.pageFor(here.origin, teams ? { size } : { size, as: await here.signInAs(email) });
  if (teams) return { view: await openTeams(page, here.origin, { as: email, kern: "arkel", to: path }), booth: inDialog(page) };
  await page.goto(path);
  return { view: page, booth: page };
}

async function resident({ view, booth }: Place, { resident: name }: Way): Promise<void> {
  await arriveAt(view, "Arkel");
  await follow(view, title);
  await arriveAt(view, title);
  await press(view, "Ik steun dit");
  await view.getByText("U steunt dit voorstel.", { exact: false }).first().waitFor();
  const person = residents.get(name)?.person ?? "";
  const supports = () =>
    here.inMunicipality(municipality, (tx) =>
      tx.selectFrom("support").select("proposal_id as of").where("person_id", "=", person).execute(),
    );
  expect(await until(supports, ({ length }) => length > 0)).toEqual([{ of: proposal }]);
  await view.getByRole("link", { name: "Arkel", exact: true }).first().click();
  await arriveAt(view, "Arkel");
  await follow(view, "Stem uitbrengen");
  await votes(booth, question, "Voor");
  await follow(booth, "Terug naar Arkel");
  await arriveAt(view, "Arkel");
  await view.getByText("U hebt gestemd").waitFor();
  expect(await view.getByRole("link", { name: "Stem uitbrengen" }).count()).toBe(0);
}

async function officer({ view }: Place, { plan }: Way): Promise<void> {
  await arriveAt(view, /wacht/);
  await view.getByRole("button", { name: new RegExp(plan) }).click();
  await view.getByRole("heading", { name: plan }).waitFor();
  await press(view, "Voorstel plaatsen");
  await press(view, "Meteen doen");
  const state = () =>
    here.inMunicipality(municipality, (tx) =>
      tx.selectFrom("proposal").select("state").where("title", "=", plan).executeTakeFirstOrThrow(),
    );
  expect(await until(state, (found) => found.state === "published")).toEqual({ state: "published" });
}

async function councillor({ view }: Place): Promise<void> {
  await arriveAt(view, "Wat de kernen van Molenlanden vragen");
  await view.getByRole("link", { name: "Arkel", exact: true }).first().click();
  await arriveAt(view, "Wat Arkel vraagt");
  const source = await view.getByRole("link", { name: title }).first().getAttribute("href");
  expect(source).toContain(`/molenlanden/voorstel/${proposal}`);
}

async function admin({ view }: Place): Promise<void> {
  await arriveAt(view, "Beheer");
  await press(view, "Opnieuw kijken");
  await view.getByText("Tabblad Voorstellen vastzetten in Voorstellen").first().waitFor({ timeout: 20_000 });
  await press(view, "Toepassen …");
  await view.getByRole("heading", { name: "Wat er gaat gebeuren" }).waitFor();
}

test.each(ways)(
  "$name: a resident supports and votes, an officer decides, a councillor reads, an administrator sees what is to be done",
  async (way) => {
    const walks = [
      { role: "resident", email: addressOf(way.resident), path: "/molenlanden/arkel", walk: resident },
      { role: "officer", email: staff.officer, path: "/molenlanden/werkplek", walk: officer },
      { role: "councillor", email: staff.councillor, path: "/molenlanden/raad", walk: councillor },
      { role: "admin", email: staff.admin, path: "/molenlanden/beheer", walk: admin },
    ];
    for (const { role, email, path, walk } of walks) {
      try {
        await walk(await openAs(way, email, path), way);
      } catch (cause) {
        throw new Error(`The ${role} does not get through ${way.name}: ${cause instanceof Error ? cause.message : cause}`, {
          cause,
        });
      }
    }
  },
  90_000,
);

test("what was done in four ways counts four times", async () => {
  await here.closeNow(poll);
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(addressOf("een")) });
  await page.goto(`/molenlanden/voorstel/${proposal}`);
  await page.getByText("4 mensen steunen dit").first().waitFor();
  await page.goto(`/molenlanden/stemming/${poll}`);
  await page
    .getByText(/4 van (de )?5/)
    .first()
    .waitFor();
});
