/** My things: what one wrote, said and voted in, and all of it in a file that does not tell what was chosen. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { commentOnProposal, saveDraft, supportProposal } from "../../src/proposals/index.ts";
import { type Person, type TestApp, testApp } from "../support/app.ts";
import { browserForTests, faultsOf } from "../support/browser.ts";
import { faultsInEveryLook } from "./looks.ts";
import { arriveAt, votes } from "./steps.ts";

const journey = browserForTests();
const email = "mies.mijnzaken@voorbeeld.example";
const secret = "Wilt u een zwembad?";
const named = "Wie maait het gras?";
let here: TestApp;
let mies: Person;
let poll = "";

beforeAll(async () => {
  here = await testApp();
  const { perform } = here.app;
  mies = await here.aResident("Mies Mijnzaken", email, "arkel");
  const neighbour = await here.aResident("Bert Buur", "bert.buur@voorbeeld.example", "arkel");
  await here.aProposal(mies, "Lampen bij de brug", "Het is daar donker als je naar huis fietst. Graag drie lampen.");
  await perform(saveDraft, mies, { kern: "arkel", title: "Nog niet af", body: "", place: null, photo: null, photoAlt: "" });
  const other = await here.aProposal(neighbour, "Zwembad in de polder", "Er is genoeg ruimte, en de zomers zijn warm.");
  await perform(supportProposal, mies, { proposal: other });
  await perform(commentOnProposal, mies, { proposal: other, stance: "question", body: "Wie past er op de kinderen?" });
  poll = await here.aPoll("arkel", secret);
  await here.aPoll("arkel", named, { level: 0 });
}, 180_000);
afterAll(() => here?.close());

test("everything of one's own is on one page, and in a file; what was chosen in a secret poll in neither", async () => {
  const page = await journey.pageFor(here.origin, { as: await here.signInAs(email) });
  await page.goto(`/molenlanden/stemming/${poll}/stemhokje`);
  await votes(page, secret, "Tegen");
  await page.goto("/molenlanden/ik");
  await arriveAt(page, "Mies Mijnzaken");
  await page.getByRole("link", { name: "Lampen bij de brug" }).waitFor();
  await page.getByRole("link", { name: "Nog niet af" }).waitFor();
  await page.getByText("Wie past er op de kinderen?").waitFor();
  await page.getByText("U steunt 1 voorstel").click();
  expect(await page.getByRole("link", { name: "Zwembad in de polder" }).count()).toBe(2);
  const polls = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /\?$/ }) });
  expect(await polls.filter({ hasText: secret }).getByText("U hebt gestemd").count()).toBe(1);
  expect(await polls.filter({ hasText: named }).getByText("U kunt nog stemmen").count()).toBe(1);
  expect(await faultsInEveryLook(page)).toEqual([]);

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Mijn gegevens opslaan" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("mijn-kernplein.json");
  const text = await readFile(await file.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    person: { name: "Mies Mijnzaken", email, municipality: "molenlanden", address: null },
    kernen: ["arkel"],
    proposals: expect.arrayContaining([
      expect.objectContaining({ title: "Lampen bij de brug", body: expect.stringContaining("Graag drie lampen.") }),
      expect.objectContaining({ title: "Nog niet af", state: "draft" }),
    ]),
    comments: [{ body: "Wie past er op de kinderen?" }],
    supports: [{ title: "Zwembad in de polder" }],
    rolls: expect.arrayContaining([
      expect.objectContaining({ question: secret, voted: "voted" }),
      expect.objectContaining({ question: named, voted: "open" }),
    ]),
  });
  expect(text).not.toMatch(/tegen|against|choice|option/i);
  expect(await faultsOf(page, [])).toEqual([]);
});
