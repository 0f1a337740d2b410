import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { blockPerson, inviteMany, invitePerson, previewInvitations } from "../../src/members/index.ts";
import type { Actor, Fact, RoleGrant } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let officer: Actor & { person: string };
const facts: Fact[] = [];

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact);
    return [];
  });
  await aMunicipality(database);
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => database.close());

const base64 = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding).toString("base64");
const list = (...rows: string[]) => base64(["naam;e-mail;kern;toestemming", ...rows].join("\r\n"));
const look = (file: string, as: Actor = officer) => database.perform(previewInvitations, as, { kern: "arkel", file });
const invite = (file: string, as: Actor = officer) => database.perform(inviteMany, as, { kern: "arkel", file });
const audited = () =>
  database.connections.inMunicipality("molenlanden", (tx) =>
    tx.selectFrom("audit").select(["action", "object", "result"]).orderBy("sequence", "desc").executeTakeFirst(),
  );

test("every row has its verdict before anything is sent", async () => {
  const known = await database.perform(invitePerson, officer, {
    kern: "arkel",
    name: "Els",
    email: "els@voorbeeld.example",
    consent: "mondeling, 3 november",
  });
  await database.perform(invitePerson, officer, {
    kern: "arkel",
    name: "Bob",
    email: "bob@voorbeeld.example",
    consent: "formulier",
  });
  await database.perform(blockPerson, officer, { person: known.person, kern: "arkel", reason: "Dat ging te ver." });
  await database.perform(invitePerson, officer, {
    kern: "arkel",
    name: "Cas",
    email: "cas@voorbeeld.example",
    consent: "formulier",
  });
  const before = facts.length;
  const { rows, willInvite } = await look(
    list(
      "Anna;anna@voorbeeld.example;arkel;formulier 1",
      "Anna nog eens;ANNA@voorbeeld.example ;;formulier 1",
      "Anna plus;anna+dorp@voorbeeld.example;;formulier 1",
      "Bob;bob@voorbeeld.example;arkel;formulier 2",
      "Cas plus;cas+x@voorbeeld.example;arkel;formulier 2",
      "Els;els@voorbeeld.example;arkel;formulier 3",
      "Dirk;dirk+dorp@voorbeeld.example;arkel;formulier 4",
      "Fem;fem@voorbeeld.example;Hoornaar;formulier 5",
      "Gijs;gijs@voorbeeld.example;arkel;nee",
      "Hans;hans apestaartje voorbeeld;arkel;formulier 6",
    ),
  );
  expect(rows.map(({ line, verdict, about }) => [line, verdict, about])).toEqual([
    [2, "invite", null],
    [3, "duplicate", "2"],
    [4, "duplicate", "2"],
    [5, "already-member", null],
    [6, "other-spelling", "cas@voorbeeld.example"],
    [7, "blocked", null],
    [8, "web-only", null],
    [9, "wrong-kern", "hoornaar"],
    [10, "no-consent", null],
    [11, "broken", "email"],
  ]);
  expect(willInvite).toBe(2);
  expect(facts.length).toBe(before);
});

test("a list in Windows-1252 with semicolons keeps its names", async () => {
  const { rows } = await look(base64("naam;e-mail;toestemming\r\nZoë Daniël;zoe@voorbeeld.example;ja, brief\r\n", "latin1"));
  expect(rows).toMatchObject([{ name: "Zoë Daniël", verdict: "invite" }]);
});

describe("inviting many", () => {
  test("what fails is told per row and comes back as a file; the mended file can be offered again", async () => {
    const first = await invite(list("Kee;kee@voorbeeld.example;arkel;brief", "Lot;lot@voorbeeld.example;arkel;nee"));
    expect(first).toMatchObject({ invited: 1, rows: [{ verdict: "invite" }, { verdict: "no-consent" }] });
    expect(first.failedRows).toBe(
      "\uFEFFnaam;e-mail;kern;toestemming;reden\r\nLot;lot@voorbeeld.example;arkel;nee;De toestemming ontbreekt.\r\n",
    );
    expect(await audited()).toEqual({ action: "members.invite-many", object: "kern arkel: 1 of 2 invited", result: "done" });
    const mended = (first.failedRows ?? "").replace(";nee;", ";brief;");
    expect(await invite(base64(mended))).toMatchObject({ invited: 1, failedRows: null });
  });

  test("2,000 rows in one go; once more, nobody is invited twice", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `Inwoner ${index};inwoner.${index}@voorbeeld.example;arkel;brief`);
    facts.length = 0;
    const begin = performance.now();
    expect(await invite(list(...rows))).toMatchObject({ invited: 2000, failedRows: null });
    const took = performance.now() - begin;
    expect(new Set(facts.map((fact) => (fact as Fact & { person: string }).person)).size).toBe(2000);
    const again = await invite(list(...rows));
    expect(again.invited).toBe(0);
    expect(new Set(again.rows.map(({ verdict }) => verdict))).toEqual(new Set(["already-member"]));
    expect(took).toBeLessThan(5000);
  }, 30_000);

  test("two lists with the same people at the same moment invite each once", async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `Samen ${index};samen.${index}@voorbeeld.example;arkel;brief`);
    const made = await Promise.all([invite(list(...rows)), invite(list(...[...rows].reverse()))]);
    expect(made.reduce((sum, { invited }) => sum + invited, 0)).toBe(200);
  });

  test("2,001 rows and 200,000 rows are refused with their reason, and nothing is done", async () => {
    const rows = (count: number) =>
      base64(`naam;e-mail\n${"Iemand;iemand@voorbeeld.example\n".repeat(count)}`).slice(0, 1_399_999);
    await expect(invite(rows(2001))).rejects.toMatchObject({ details: { fields: [{ path: "file", message: "too-many-rows" }] } });
    await expect(invite(rows(200_000))).rejects.toMatchObject({
      details: { fields: [{ path: "file", message: "too-many-rows" }] },
    });
  });

  const others: [string, RoleGrant[]][] = [
    ["a resident", []],
    ["the officer of another kern", [{ role: "officer", kern: "hoornaar" }]],
    ["a councillor", [{ role: "councillor", kern: null }]],
  ];
  test.each(others)("%s may neither look nor invite", async (_, roles) => {
    const somebody = await aPerson(database, { roles });
    const file = list("Anna;anna@voorbeeld.example;arkel;brief");
    await expect(look(file, somebody)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(invite(file, somebody)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await audited()).toMatchObject({ action: "members.invite-many", result: "refused: not-allowed" });
    await expect(
      database.perform(invitePerson, somebody, { kern: "arkel", name: "Anna", email: "a@b.example", consent: "brief" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });
});

test("one person: who takes part, a second spelling and who is blocked are refused; a plus address takes part by web", async () => {
  const one = (email: string) => database.perform(invitePerson, officer, { kern: "arkel", name: "Een", email, consent: "brief" });
  expect(await one("een@voorbeeld.example")).toMatchObject({ webOnly: false });
  await expect(one("Een@voorbeeld.example")).rejects.toMatchObject({ code: "already-a-member" });
  await expect(one("een+twee@voorbeeld.example")).rejects.toMatchObject({ details: { knownAs: "een@voorbeeld.example" } });
  await expect(one("els@voorbeeld.example")).rejects.toMatchObject({ code: "not-allowed" });
  expect(await one("vier+kern@voorbeeld.example")).toMatchObject({ webOnly: true });
});
