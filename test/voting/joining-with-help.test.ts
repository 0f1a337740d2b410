import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { castWithHelp, passWithHelp } from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aDevice, anOpenPoll, closeAndCount, type OpenPoll, type Person } from "../support/voting.ts";
import { castWith, passWith } from "../support/voting-ways.ts";

let database: TestDatabase;
let officer: Person;
const helpers: Person[] = [];
const voters: Person[] = [];
const choice = { chosen: ["for"] };

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  for (let number = 0; number < 2; number++)
    helpers.push(await aPerson(database, { kernen: [], roles: [{ role: "volunteer", kern: "arkel" }] }));
  for (let number = 0; number < 30; number++) voters.push(await aPerson(database));
});
afterAll(() => database.close());

interface Row {
  table: string;
  xmin: string;
  /** Position in the file of the table. */
  ctid: string;
  text: string;
  row: Record<string, unknown>;
}

/** Everything an operator can read: every row of every table with what PostgreSQL itself keeps of it. */
async function wholeDatabase(): Promise<Row[]> {
  const { owner } = database.connections;
  const { rows: tables } = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const all: Row[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<Row>(
      `select '${name}' as table, t.xmin::text as xmin, t.ctid::text as ctid, to_jsonb(t)::text as text, to_jsonb(t) as row from ${name} t`,
    );
    all.push(...rows);
  }
  return all;
}

/** Votes one after the other, half of them with one of two helpers. Gives who cast which caster. */
async function voteInTurn(open: OpenPoll): Promise<Map<string, string>> {
  const truth = new Map<string, string>();
  for (const [number, who] of voters.entries()) {
    const helper = helpers[number % 4];
    const before = await castersNow(open.poll);
    if (helper && open.view.level === 2) {
      const device = await passWith(database.perform, passWithHelp, open, helper, { person: who.person });
      await device.cast(helper, choice);
    } else if (helper) await castWith(database.perform, castWithHelp, open, helper, { person: who.person }, choice);
    else {
      const device = aDevice(database.perform, open);
      await device.takePass(who);
      await device.cast(who, choice);
    }
    const [caster = ""] = [...(await castersNow(open.poll))].filter((one) => !before.has(one));
    truth.set(caster, who.person);
  }
  return truth;
}

async function castersNow(poll: string): Promise<Set<string>> {
  const { rows } = await database.connections.owner.query<{ caster: string }>(
    "select encode(caster, 'hex') as caster from slip where poll_id = $1",
    [poll],
  );
  return new Set(rows.map(({ caster }) => caster));
}

const inFile = ({ ctid }: Row): number => {
  const [block = 0, item = 0] = ctid.slice(1, -1).split(",").map(Number);
  return block * 1000 + item;
};
const by = (rows: readonly Row[], key: (row: Row) => string | number): Row[] =>
  [...rows].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : inFile(one) - inFile(other)));

/** How many pairs are right when the n-th slip is laid beside the n-th voter, for every order an operator could try. */
function rightPairs(rows: readonly Row[], poll: string, truth: ReadonlyMap<string, string>): { tried: string; right: number }[] {
  const slips = rows.filter(({ table, row }) => table === "public.slip" && row["poll_id"] === poll);
  const roll = rows.filter(({ table, row }) => table === "public.roll" && row["poll_id"] === poll);
  const turnOf = new Map([...truth.values()].map((person, turn) => [person, turn]));
  const personOf = ({ row }: Row) => String(row["person_id"]);
  const slipOrders = {
    file: by(slips, inFile),
    transaction: by(slips, ({ xmin }) => Number(xmin)),
    commitment: by(slips, ({ row }) => String(row["commitment"])),
    caster: by(slips, ({ row }) => String(row["caster"])),
  };
  const people = roll.filter((row) => turnOf.has(personOf(row)));
  const rollOrders = {
    file: by(people, inFile),
    place: by(people, ({ row }) => Number(row["place"])),
    person: by(people, personOf),
    // Not in the database: somebody stood at the door and wrote down who came in which order.
    seen: by(people, (row) => turnOf.get(personOf(row)) ?? 0),
  };
  return Object.entries(slipOrders).flatMap(([slipOrder, ordered]) =>
    Object.entries(rollOrders).map(([rollOrder, persons]) => ({
      tried: `slips by ${slipOrder}, voters by ${rollOrder}`,
      right: ordered.filter(({ row }, at) => {
        const person = persons[at];
        return person && truth.get(String(row["caster"]).replace("\\x", "")) === personOf(person);
      }).length,
    })),
  );
}

describe.each([1, 2] as const)("with the whole database in hand, at level %i", (level) => {
  test("nobody can lay a person beside a ballot better than by chance, though half were helped", async () => {
    const open = await anOpenPoll(database, officer, { level });
    const truth = await voteInTurn(open);
    expect(truth.size).toBe(30);
    for (const moment of ["while the poll is open", "after the count"]) {
      if (moment === "after the count") await closeAndCount(database, open);
      const rows = await wholeDatabase();
      const slips = rows.filter(({ table, row }) => table === "public.slip" && row["poll_id"] === open.poll);
      expect(slips).toHaveLength(30);
      const marksOfSlips = slips.flatMap(({ row }) =>
        ["caster", "commitment", "key", "salt"].map((name) => String(row[name]).slice(2)),
      );
      const people = [...voters, ...helpers].map(({ person }) => person);
      const naming = rows.filter(({ text }) => people.some((person) => text.includes(person)));
      expect(naming.length).toBeGreaterThan(60);
      for (const { table, text } of naming)
        expect({ table, holdsBallot: marksOfSlips.some((mark) => text.includes(mark)) }).toEqual({ table, holdsBallot: false });
      // A transaction that wrote a ballot wrote no row that names a single voter; the marks are one row for all.
      const ballotTransactions = new Set(slips.map(({ xmin }) => xmin));
      const beside = naming.filter(
        ({ xmin, table }) => ballotTransactions.has(xmin) && !["public.roll_marks", "public.audit"].includes(table),
      );
      expect(beside).toEqual([]);
      // By chance one pair of thirty is right; ten or more happen once in ten million tries.
      for (const { tried, right } of rightPairs(rows, open.poll, truth))
        expect({ moment, tried, right, atMost: right < 10 }).toEqual({ moment, tried, right, atMost: true });
    }
  });
});
