import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { viewDesk } from "../../src/moderation/index.ts";
import { publishProposal, saveDraft, submitProposal } from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

type Person = Actor & { person: string };

let database: TestDatabase;
let author: Person;
let officer: Person;
let ofBoth: Person;
let ofAll: Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar", "noordeloos"]);
  author = await aPerson(database, { name: "Anna de Boer", kernen: ["arkel", "hoornaar", "noordeloos"] });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  ofBoth = await aPerson(database, {
    kernen: [],
    roles: [
      { role: "officer", kern: "arkel" },
      { role: "officer", kern: "hoornaar" },
    ],
  });
  ofAll = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: null }] });
  await submitted("arkel", "Oudste", "2026-11-12T09:00:00Z");
  await joinRequest("arkel", "Willem Bakker", "2026-11-18T09:00:00Z");
  await submitted("hoornaar", "Middelste", "2026-11-19T09:00:00Z");
  await joinRequest("noordeloos", "Fatima Yilmaz", "2026-11-20T09:00:00Z");
  await submitted("arkel", "Nieuwste", "2026-11-22T09:00:00Z");
  database.clock.now = new Date("2026-11-22T12:00:00Z");
});
afterAll(() => database.close());

async function submitted(kern: string, title: string, at: string): Promise<string> {
  database.clock.now = new Date(at);
  const { proposal } = await database.perform(saveDraft, author, { kern, title, body: "Hier staat wat wij vragen, en waarom." });
  await database.perform(submitProposal, author, { proposal });
  return proposal;
}

async function joinRequest(kern: string, name: string, confirmedAt: string | null): Promise<void> {
  await database.connections.inMunicipality("molenlanden", (tx) =>
    tx
      .insertInto("join_request")
      .values({
        municipality_id: "molenlanden",
        join_request_id: randomUUID(),
        kern_id: kern,
        name,
        email: `${randomUUID()}@voorbeeld.example`,
        language: "nl",
        consent_text: "Ja",
        asked_at: database.clock.now,
        token_fingerprint: randomUUID(),
        expires_at: database.clock.now,
        confirmed_at: confirmedAt,
      })
      .execute(),
  );
}

const desk = (who: Actor, input: object = {}) => database.perform(viewDesk, who, input);
const names = ({ items }: Awaited<ReturnType<typeof desk>>) =>
  items.map((item) => (item.kind === "join-request" ? item.request.name : item.title));

test("everything of her kernen lies there, oldest first, proposals and join requests together", async () => {
  expect(names(await desk(ofAll))).toEqual(["Oudste", "Willem Bakker", "Middelste", "Fatima Yilmaz", "Nieuwste"]);
  expect(names(await desk(ofBoth))).toEqual(["Oudste", "Willem Bakker", "Middelste", "Nieuwste"]);
  expect(names(await desk(officer))).toEqual(["Oudste", "Willem Bakker", "Nieuwste"]);
});

test("each tells since when it waits, when it is due in working days, and whether that has passed", async () => {
  const { items, serverTime } = await desk(officer);
  expect(serverTime).toBe("2026-11-22T12:00:00.000Z");
  expect(items[0]).toEqual({
    kind: "proposal",
    kern: "arkel",
    kernName: "Arkel",
    proposal: expect.any(String),
    title: "Oudste",
    authorName: "Anna de Boer",
    waitingSince: "2026-11-12T09:00:00.000Z",
    dueAt: "2026-11-19T16:00:00.000Z",
    late: true,
  });
  expect(items[1]).toMatchObject({
    kind: "join-request",
    waitingSince: "2026-11-18T09:00:00.000Z",
    dueAt: "2026-11-23T16:00:00.000Z",
    late: false,
    request: { name: "Willem Bakker", kern: "arkel" },
  });
});

test("for one kern the list is that kern's, the counts are of all hers", async () => {
  const view = await desk(ofBoth, { kern: "hoornaar" });
  expect(names(view)).toEqual(["Middelste"]);
  expect(view.kernen).toEqual([
    { kern: "arkel", name: "Arkel", waiting: 3 },
    { kern: "hoornaar", name: "Hoornaar", waiting: 1 },
  ]);
});

test("what was decided, and a request that was not confirmed, do not lie there", async () => {
  await joinRequest("arkel", "Nog niet bevestigd", null);
  const proposal = await submitted("arkel", "Zo weer weg", "2026-11-22T10:00:00Z");
  database.clock.now = new Date("2026-11-22T12:00:00Z");
  expect(names(await desk(officer))).toContain("Zo weer weg");
  await database.perform(publishProposal, officer, { proposal });
  expect(names(await desk(officer))).toEqual(["Oudste", "Willem Bakker", "Nieuwste"]);
});

describe("the desk is refused", () => {
  test.each([
    ["to a resident", () => author, {}, "not-allowed"],
    ["to a visitor", () => ({ ...author, person: null, roles: [] }), {}, "not-signed-in"],
    ["for a kern that is not hers", () => officer, { kern: "hoornaar" }, "not-allowed"],
    ["for a kern that is not there", () => ofAll, { kern: "atlantis" }, "not-allowed"],
  ])("%s", async (_, who, input, code) => {
    await expect(desk(who(), input)).rejects.toMatchObject({ code });
  });
});
