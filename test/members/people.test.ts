import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadMunicipality, type MunicipalityFile } from "../../src/kernen/index.ts";
import {
  actorForEntra,
  enrol,
  kernenOf,
  memberCount,
  memberSince,
  membersOf,
  officersOf,
  personAccount,
  recordStaffAccount,
  syncStaff,
} from "../../src/members/index.ts";
import type { Tx } from "../../src/shared/work.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
const start = new Date("2026-11-22T12:00:00Z");
const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);
const place = (slug: string, name: string): MunicipalityFile["kernen"][number] => ({
  slug,
  name,
  kind: "dorp",
  postcodes: ["4241"],
  residents: 1000,
  location: { latitude: 51.9, longitude: 4.9 },
  accent: "moss",
  silhouette: "mill",
  villageGroups: [],
});
const file: MunicipalityFile = {
  name: "Molenlanden",
  slug: "molenlanden",
  cbsCode: "GM1978",
  entraTenantId: "00000000-0000-4000-8000-000000001978",
  languages: ["nl", "en"],
  phone: "088 000 00 00",
  joining: "at-once",
  kernen: [place("arkel", "Arkel"), place("hoornaar", "Hoornaar")],
  officers: [
    { name: "Ina Fictief", email: "ina@molenlanden.example", phone: "088 000 00 01", kernen: ["arkel", "hoornaar"] },
    { name: "Bas Fictief", email: "bas@molenlanden.example", kernen: ["arkel"] },
  ],
  teams: {
    membersMakeChannels: false,
    guestsMakeChannels: false,
    editOwnMessages: true,
    deleteOwnMessages: true,
    mentionEveryone: false,
  },
  tabs: [],
  drift: { repair: [] },
  themeTeams: [],
  councillors: [{ name: "Rik Fictief", email: "rik@molenlanden.example" }],
  admins: [{ name: "Ina Fictief", email: "ina@molenlanden.example" }],
};
const grants = () =>
  inMolenlanden(async (tx) => {
    const rows = await tx
      .selectFrom("role_grant as g")
      .innerJoin("person as p", "p.person_id", "g.person_id")
      .select(["p.name", "g.role", "g.kern_id"])
      .execute();
    return rows.map(({ name, role, kern_id }) => `${name} ${role} ${kern_id}`).sort();
  });

beforeAll(async () => {
  database = await testDatabase();
  await inMolenlanden((tx) => loadMunicipality(tx, file));
  await inMolenlanden((tx) => syncStaff(tx, file, start));
});
afterAll(() => database.close());

describe("staff out of the municipality file", () => {
  const expected = [
    "Bas Fictief officer arkel",
    "Ina Fictief admin *",
    "Ina Fictief officer arkel",
    "Ina Fictief officer hoornaar",
    "Rik Fictief councillor *",
  ];

  test("becomes persons with roles; twice and side by side changes nothing", async () => {
    expect(await grants()).toEqual(expected);
    await Promise.all([1, 2, 3].map(() => inMolenlanden((tx) => syncStaff(tx, file, start))));
    expect(await grants()).toEqual(expected);
    const people = await inMolenlanden((tx) => tx.selectFrom("person").select("name").execute());
    expect(people).toHaveLength(3);
  });

  test("who left the file loses the role and stays a person; volunteers are left alone", async () => {
    const bas = await inMolenlanden(async (tx) => (await officersOf(tx, "arkel")).find(({ name }) => name === "Bas Fictief"));
    await inMolenlanden((tx) =>
      tx
        .insertInto("role_grant")
        .values({ municipality_id: "molenlanden", person_id: bas?.person ?? "", role: "volunteer", kern_id: "arkel" })
        .execute(),
    );
    await inMolenlanden((tx) => syncStaff(tx, { ...file, officers: file.officers.slice(0, 1), councillors: [] }, start));
    expect(await grants()).toEqual([
      "Bas Fictief volunteer arkel",
      "Ina Fictief admin *",
      "Ina Fictief officer arkel",
      "Ina Fictief officer hoornaar",
    ]);
    await inMolenlanden((tx) => syncStaff(tx, file, start));
    expect(await grants()).toEqual([...expected.slice(0, 1), "Bas Fictief volunteer arkel", ...expected.slice(1)]);
  });

  test("a new name, number or photo in the file is taken over", async () => {
    const [ina, ...others] = file.officers;
    if (!ina) throw new Error("The file has officers.");
    const officers = [{ ...ina, name: "Ina Fictief-Bos", phone: "088 000 00 09", photo: "https://x.example/ina.jpg" }, ...others];
    await inMolenlanden((tx) => syncStaff(tx, { ...file, officers }, start));
    expect(await inMolenlanden((tx) => officersOf(tx, "hoornaar"))).toMatchObject([
      {
        name: "Ina Fictief-Bos",
        email: "ina@molenlanden.example",
        phone: "088 000 00 09",
        photo: "https://x.example/ina.jpg",
        language: "nl",
      },
    ]);
    await inMolenlanden((tx) => syncStaff(tx, file, start));
  });

  test("their account in the tenant is connected by address", async () => {
    expect(await inMolenlanden((tx) => recordStaffAccount(tx, "Ina@Molenlanden.example", "oid-of-ina"))).toBe(true);
    expect(await inMolenlanden((tx) => recordStaffAccount(tx, "niemand@molenlanden.example", "oid-of-nobody"))).toBe(false);
    const actor = await inMolenlanden((tx) => actorForEntra(tx, "oid-of-ina", "tab"));
    expect(actor?.roles).toContainEqual({ role: "admin", kern: null });
  });
});

describe("what other slices may know of people", () => {
  test("who takes part where, and since when", async () => {
    const newcomer = { name: "Jo Voorbeeld", email: "jo@voorbeeld.example", language: "en", since: start } as const;
    const person = await inMolenlanden((tx) => enrol(tx, { ...newcomer, kern: "arkel" }));
    expect(await inMolenlanden((tx) => enrol(tx, { ...newcomer, kern: "hoornaar" }))).toBe(person);
    expect(await inMolenlanden((tx) => enrol(tx, { ...newcomer, kern: "hoornaar" }))).toBe(person);
    expect((await inMolenlanden((tx) => kernenOf(tx, person))).map(({ kern }) => kern)).toEqual(["arkel", "hoornaar"]);
    expect(await inMolenlanden((tx) => memberCount(tx, "arkel"))).toBe(1);
    expect(await inMolenlanden((tx) => memberSince(tx, person, "arkel"))).toEqual(start);
    expect(await inMolenlanden((tx) => membersOf(tx, "arkel"))).toEqual([
      { person, name: "Jo Voorbeeld", email: "jo@voorbeeld.example", language: "en", oid: null },
    ]);
    expect(await inMolenlanden((tx) => personAccount(tx, person))).toMatchObject({ entraOid: null, webOnlyReason: null });
  });
});
