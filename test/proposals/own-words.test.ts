import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { commentOnProposal, supportProposal, viewOwnWords, withdrawProposal } from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aPublishedProposal, refusal } from "./given.ts";

let database: TestDatabase;
let author: Actor;
let officer: Actor;
let neighbour: Actor;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  author = await aPerson(database, { name: "Anna de Boer" });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  neighbour = await aPerson(database);
});
afterAll(() => database.close());

const mine = (who: Actor) => database.perform(viewOwnWords, who, {});

test("what one said and backs is there, newest first, and nobody else's", async () => {
  const pier = await aPublishedProposal(database, author, officer, { title: "Steiger terug" });
  const bench = await aPublishedProposal(database, author, officer, { title: "Een bankje" });
  await database.perform(supportProposal, neighbour, { proposal: pier });
  await database.perform(commentOnProposal, neighbour, { proposal: pier, stance: "for", body: "Mijn kinderen zwemmen daar." });
  database.clock.now = new Date(database.clock.now.getTime() + 60_000);
  await database.perform(commentOnProposal, neighbour, { proposal: bench, stance: "question", body: "Waar komt het te staan?" });
  await database.perform(commentOnProposal, author, { proposal: bench, stance: "for", body: "Bij de kerk, dacht ik." });
  expect(await mine(neighbour)).toMatchObject({
    comments: [
      {
        proposal: bench,
        title: "Een bankje",
        stance: "question",
        body: "Waar komt het te staan?",
        at: database.clock.now.toISOString(),
      },
      { proposal: pier, title: "Steiger terug", stance: "for", agreeCount: 0 },
    ],
    supports: [{ proposal: pier, title: "Steiger terug" }],
  });
  expect((await mine(author)).comments.map(({ body }) => body)).toEqual(["Bij de kerk, dacht ik."]);
});

test("what one said stays one's own when the proposal is withdrawn", async () => {
  const well = await aPublishedProposal(database, author, officer, { title: "Een waterpomp" });
  await database.perform(commentOnProposal, neighbour, { proposal: well, stance: "against", body: "Er is al een kraan." });
  await database.perform(withdrawProposal, author, { proposal: well });
  expect((await mine(neighbour)).comments.map(({ title }) => title)).toContain("Een waterpomp");
});

test("a visitor has said nothing, and is told to sign in", async () => {
  const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };
  expect(await refusal(mine(visitor))).toBe("not-signed-in");
});
