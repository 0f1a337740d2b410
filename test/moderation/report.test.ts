import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { reportMessage } from "../../src/moderation/index.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { refusal } from "../proposals/given.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let member: Actor & { person: string };
const facts: Fact[] = [];
const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "bot", language: "nl" };

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact);
    return [];
  });
  await aMunicipality(database);
  member = await aPerson(database, { name: "Melder" });
});
afterAll(() => database.close());

const report = (asker: Actor, more: object = {}) =>
  database.perform(reportMessage, asker, { report: randomUUID(), kern: "arkel", text: " Dit is niet aardig. ", ...more });

test("a report tells what stands there and why, not who reports it; the audit knows", async () => {
  const { report: id } = await report(member, { why: "Hier staat een adres." });
  expect(facts).toEqual([
    {
      fact: "message-reported",
      report: id,
      kern: "arkel",
      text: "Dit is niet aardig.",
      why: "Hier staat een adres.",
      link: null,
    },
  ]);
  const [row] = await database.connections.inMunicipality("molenlanden", (tx) =>
    tx.selectFrom("audit").select(["person_id", "object"]).where("action", "=", "moderation.report-message").execute(),
  );
  expect(row).toEqual({ person_id: member.person, object: `report ${id}` });
});

test("who takes part nowhere reports nothing, and nothing goes to a kern that is not there or without a text", async () => {
  expect(await refusal(report(visitor))).toBe("not-signed-in");
  expect(await refusal(report(await aPerson(database, { kernen: [] })))).toBe("not-a-member");
  expect(await refusal(report(member, { kern: "almkerk" }))).toBe("not-found");
  expect(await refusal(report(member, { text: " " }))).toBe("invalid-input");
});

test.each([
  "https://boef.example/1",
  "http://teams.microsoft.com/l/1",
  "javascript:alert(1)",
  "https://teams.microsoft.com.boef.example/",
])("%s is no place in Teams", async (link) => {
  expect(await refusal(report(member, { link }))).toBe("invalid-input");
});
