/**
 * Whoever reads every table of a level-2 poll, system columns included, and its public log, tries to say who cast which slip. The worst
 * case for the voters: each signs in, takes the pass and casts at once, one after another, and the attacker knows that order exactly.
 *
 * The statistic: an attack lays an order of slips beside the order of people; its hits are the places where both agree. For an order of
 * chance of n slips the hits have mean 1 and variance 1 whatever n (matching problem), and a choice guessed from the slip laid beside
 * somebody hits as often as chance lets it. Every attack's hits must stay below what an order of chance exceeds once in 10^5 tries
 * (9 hits), and Spearman's rank correlation with the true order inside 4.5 standard errors.
 */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openSession } from "../../src/members/index.ts";
import { fingerprint, newSecret } from "../../src/shared/ids.ts";
import { after, minutes } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { sealBatch } from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOpenPoll, closeAndCount, type OpenPoll, type Person, visitor, vote } from "../support/voting.ts";

const municipality = "molenlanden";
const many = 120;
const options = ["for", "against", "abstain"];

let database: TestDatabase;
let poll: OpenPoll;
const people: Person[] = [];
/** In the order in which they came: person, what she chose, the fingerprint of her slip. */
const truth: { person: string; choice: string; commitment: string }[] = [];

type Row = Record<string, unknown>;

async function signIn(who: Person): Promise<void> {
  const token = newSecret();
  await database.connections.inMunicipality(municipality, (tx) =>
    tx
      .insertInto("sign_in_link")
      .values({
        municipality_id: municipality,
        person_id: who.person,
        token_fingerprint: fingerprint(token),
        expires_at: after(database.clock.now, minutes(15)),
      })
      .execute(),
  );
  await database.perform(openSession, visitor, { token });
}

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  const officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  for (let number = 0; number < many; number++) people.push(await aPerson(database));
  poll = await anOpenPoll(database, officer, { level: 2 });
  for (const [number, who] of people.entries()) {
    database.clock.now = after(poll.opensAt, number * 5000);
    await signIn(who);
    const choice = options[(number * 7 + (number % 4)) % 3] ?? "";
    const device = await vote(database.perform, poll, who, { chosen: [choice] });
    truth.push({ person: who.person, choice, commitment: device.kept.receipts[0]?.commitment ?? "" });
  }
}, 120_000);
afterAll(() => database.close());

const owner = <T extends Row = Row>(text: string, values: unknown[] = []) =>
  database.connections.owner.query<T>(text, values).then(({ rows }) => rows);

/** Slips as the attacker orders them: by every column and system column, forwards; ties as the table gives them. */
async function ordersOfSlips(): Promise<[string, string[]][]> {
  const columns = [
    "xmin::text::bigint",
    "xmax::text::bigint",
    "cmin::text::bigint",
    "ctid",
    "commitment",
    "caster",
    "key",
    "salt",
    "pass",
    "batch",
  ];
  const orders: [string, string[]][] = [];
  for (const order of [
    "",
    ...columns.map((column) => `order by ${column}`),
    "order by xmin::text::bigint, ctid",
    "order by batch, ctid",
  ]) {
    const rows = await owner<{ leaf: string }>(`select encode(commitment, 'hex') as leaf from slip where poll_id = $1 ${order}`, [
      poll.poll,
    ]);
    orders.push([order, rows.map(({ leaf }) => leaf)]);
  }
  const passes = await owner<{ binding: string }>("select encode(binding, 'hex') as binding from pass_issued order by ctid");
  expect(passes).toHaveLength(many);
  return orders;
}

/** How far each attack gets: hits against the true order of arrival, and rank correlation in standard errors. */
function measure(guess: readonly string[]): { hits: number; choices: number; correlation: number } {
  const place = new Map(guess.map((leaf, at) => [leaf, at]));
  const chosen = new Map(truth.map(({ commitment, choice }) => [commitment, choice]));
  let [hits, choices, squares] = [0, 0, 0];
  for (const [at, { commitment, choice }] of truth.entries()) {
    if (guess[at] === commitment) hits++;
    if (chosen.get(guess[at] ?? "") === choice) choices++;
    squares += (at - (place.get(commitment) ?? 0)) ** 2;
  }
  const n = truth.length;
  return { hits, choices, correlation: (1 - (6 * squares) / (n * (n * n - 1))) * Math.sqrt(n - 1) };
}

function noBetterThanChance(orders: readonly [string, string[]][]): void {
  const shares = options.map((option) => truth.filter(({ choice }) => choice === option).length / many);
  const byChance = many * shares.reduce((sum, share) => sum + share * share, 0);
  for (const [order, guess] of orders) {
    expect(guess).toHaveLength(many);
    for (const turned of [guess, [...guess].reverse()]) {
      const { hits, choices, correlation } = measure(turned);
      expect({ order, isChance: hits < 9 && choices < byChance + 4.5 * Math.sqrt(many / 4) }).toEqual({ order, isChance: true });
      expect({ order, isFree: Math.abs(correlation) < 4.5 }).toEqual({ order, isFree: true });
    }
  }
}

test("the attack itself works: where the order is told, it finds everybody", () => {
  const told = truth.map(({ commitment }) => commitment);
  expect(measure(told)).toMatchObject({ hits: many, choices: many });
  expect(measure(told).correlation).toBeGreaterThan(4.5);
});

test("people's own order of arrival is known to the attacker: sessions tell it", async () => {
  const sessions = await owner<{ person_id: string }>("select person_id from session order by ctid");
  expect(sessions.map(({ person_id }) => person_id)).toEqual(truth.map(({ person }) => person));
});

test("before the log and the count, no order of the slips tells who cast which", async () => {
  noBetterThanChance(await ordersOfSlips());
});

test("who came last stands among at least twenty slips of one transaction", async () => {
  const rows = await owner<{ n: number; leaves: string[] }>(
    `select count(*)::int as n, array_agg(encode(commitment, 'hex') order by ctid) as leaves from slip where poll_id = $1
      group by xmin::text::bigint order by xmin::text::bigint desc limit 1`,
    [poll.poll],
  );
  const last = truth.at(-1)?.commitment ?? "";
  expect(rows[0]?.n).toBeGreaterThanOrEqual(20);
  expect(rows[0]?.leaves).toContain(last);
  // Not by its place among them either: they lie in the order of their fingerprints.
  expect(rows[0]?.leaves).toEqual([...(rows[0]?.leaves ?? [])].sort());
});

test("no value in any table stands both with a person and with a slip", async () => {
  const tables = await owner<{ name: string }>(
    "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'",
  );
  const slips = await owner<{ whole: string; leaf: string; xmin: string }>(
    "select s::text as whole, encode(commitment, 'hex') as leaf, xmin::text as xmin from slip s where poll_id = $1",
    [poll.poll],
  );
  const secrets = new Set(slips.flatMap(({ whole }) => whole.match(/[0-9a-f]{32,}/g) ?? []));
  const ids = new Set(truth.map(({ person }) => person));
  for (const { name } of tables) {
    const rows = await owner<{ whole: string }>(`select t::text as whole from ${name} t`);
    for (const { whole } of rows) {
      const names = [...ids].filter((id) => whole.includes(id));
      const tells = [...secrets].filter((secret) => whole.includes(secret));
      expect({ name, together: names.length > 0 && tells.length > 0 }).toEqual({ name, together: false });
    }
  }
  for (const { whole } of slips) for (const id of ids) expect(whole).not.toContain(id);
  // Transactions: none wrote a slip and a row with a person, nor a slip and a pass.
  const xids = new Set(slips.map(({ xmin }) => xmin));
  for (const name of [
    "session",
    "sign_in_link",
    "roll",
    "roll_marks",
    "pass_issued",
    "audit",
    "person",
    "graphile_worker._private_jobs",
  ]) {
    const rows = await owner<{ xmin: string }>(`select xmin::text as xmin from ${name}`);
    expect({ name, shared: rows.filter(({ xmin }) => xids.has(xmin)).length }).toEqual({ name, shared: 0 });
  }
});

test("a stored pass is bound to no person: neither place, person nor slip gives the binding", async () => {
  const { createHash } = await import("node:crypto");
  const bindings = new Set(
    (await owner<{ binding: string }>("select encode(binding, 'hex') as binding from pass_issued")).map(({ binding }) => binding),
  );
  const roll = await owner<{ person_id: string; place: number }>("select person_id, place from roll where poll_id = $1", [
    poll.poll,
  ]);
  const slips = await owner<{ caster: Buffer; pass: Buffer }>("select caster, pass from slip where poll_id = $1", [poll.poll]);
  const hash = (...parts: (string | Buffer)[]) =>
    parts.reduce((made, part) => made.update(part), createHash("sha256")).digest("hex");
  for (const { place, person_id } of roll.slice(0, 30))
    for (const { caster, pass } of slips)
      for (const part of [caster, pass])
        for (const who of [`${place}`, person_id]) expect(bindings.has(hash(`${poll.poll}/${who}/`, part))).toBe(false);
});

test("audit and jobs say that people signed in, and nothing of passes or slips", async () => {
  const audit = await owner<{ action: string; whole: string }>("select action, a::text as whole from audit a");
  expect(new Set(audit.map(({ action }) => action))).toEqual(
    new Set(["members.open-session", "voting.plan-poll", "voting.open-poll"]),
  );
  const jobs = await owner<{ whole: string }>("select j::text as whole from graphile_worker._private_jobs j");
  for (const { whole } of jobs)
    for (const { person, commitment } of truth) expect(whole.includes(person) || whole.includes(commitment)).toBe(false);
});

test("in the log and after the count, inside a batch no order tells who cast which", async () => {
  await database.perform(sealBatch, itself(municipality), { poll: poll.poll }, { receivedAt: after(poll.opensAt, minutes(16)) });
  noBetterThanChance(await ordersOfSlips());
  await closeAndCount(database, poll);
  noBetterThanChance(await ordersOfSlips());
});
