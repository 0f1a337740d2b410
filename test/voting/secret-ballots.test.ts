import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newSecret } from "../../src/shared/ids.ts";
import { after, minutes } from "../../src/shared/time.ts";
import { type Actor, itself } from "../../src/shared/work.ts";
import { castBallot } from "../../src/voting/cast-ballot.ts";
import { closePoll } from "../../src/voting/close-poll.ts";
import { openPoll } from "../../src/voting/open-poll.ts";
import { closingGraceMs, optionsFor } from "../../src/voting/rules.ts";
import { findPoll, insertPoll } from "../../src/voting/store.ts";
import { viewPoll } from "../../src/voting/view-poll.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
const voters: (Actor & { person: string })[] = [];
const outsiders: (Actor & { person: string })[] = [];
const municipality = "molenlanden";

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  for (let number = 0; number < 120; number++) voters.push(await aPerson(database, { name: `Inwoner ${number}` }));
  outsiders.push(await aPerson(database, { kernen: ["hoornaar"] }));
});
afterAll(() => database.close());

async function anOpenPoll(minutesOpen = 60): Promise<{ poll: string; opensAt: Date; closesAt: Date }> {
  const poll = randomUUID();
  const opensAt = database.clock.now;
  const closesAt = after(opensAt, minutes(minutesOpen));
  await database.connections.inMunicipality(municipality, (tx) =>
    insertPoll(tx, {
      municipality,
      poll,
      kern: "arkel",
      proposal: null,
      question: "Een bankje?",
      explanation: "",
      kind: "for-against-abstain",
      options: optionsFor("for-against-abstain", []),
      opensAt,
      closesAt,
      openedBy: randomUUID(),
    }),
  );
  await database.perform(openPoll, itself(municipality), { poll });
  return { poll, opensAt, closesAt };
}

const voter = (number: number) => voters[number] as Actor & { person: string };
const cast = (who: Actor, poll: string, option: string, more: { proof?: string; receivedAt?: Date } = {}) =>
  database.perform(
    castBallot,
    who,
    { poll, option, ...(more.proof ? { proof: more.proof } : {}) },
    more.receivedAt ? { receivedAt: more.receivedAt } : {},
  );
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "cast",
    (error: { code: string }) => error.code,
  );
const closeAndCount = async ({ poll, closesAt }: { poll: string; closesAt: Date }) => {
  await database.perform(closePoll, itself(municipality), { poll }, { receivedAt: after(closesAt, closingGraceMs) });
  return (await database.connections.inMunicipality(municipality, (tx) => findPoll(tx, poll)))?.tally;
};

describe("one ballot a person", () => {
  test("the same proof replaces the ballot, another proof is refused", async () => {
    const open = await anOpenPoll();
    const first = await cast(voter(0), open.poll, "for");
    expect(first).toMatchObject({ replaced: false, closesAt: open.closesAt.toISOString() });
    expect(await cast(voter(0), open.poll, "against", { proof: first.proof })).toMatchObject({
      replaced: true,
      proof: first.proof,
    });
    expect(await code(cast(voter(0), open.poll, "for"))).toBe("already-voted");
    expect(await closeAndCount(open)).toMatchObject({ voters: 1, leading: ["against"] });
  });

  test("a hundred attempts of one person at the same time make one ballot", async () => {
    const open = await anOpenPoll();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => code(cast(voter(1), open.poll, "for"))));
    expect(outcomes.filter((outcome) => outcome === "cast")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["cast", "already-voted"]));
    expect(await closeAndCount(open)).toMatchObject({ voters: 1 });
  });

  test("an attempt repeated after a lost answer counts once", async () => {
    const open = await anOpenPoll();
    const proof = newSecret();
    await Promise.all(Array.from({ length: 20 }, () => cast(voter(2), open.poll, "for", { proof })));
    expect(await closeAndCount(open)).toMatchObject({ voters: 1 });
  });

  test("somebody else's proof changes nothing", async () => {
    const open = await anOpenPoll();
    const { proof } = await cast(voter(3), open.poll, "for");
    expect(await code(cast(voter(4), open.poll, "against", { proof }))).toBe("invalid-input");
    expect(await closeAndCount(open)).toMatchObject({ voters: 1, leading: ["for"] });
  });

  test.each([
    ["not-on-the-roll", () => outsiders[0] as Actor, "for"],
    ["invalid-input", () => voter(5), "a-made-up-option"],
    ["not-signed-in", () => ({ ...voter(5), person: null }), "for"],
  ])("is refused with %s where it should be", async (expected, who, option) => {
    const { poll } = await anOpenPoll();
    expect(await code(cast(who(), poll, option))).toBe(expected);
  });

  test("nobody who joins later gets on the roll", async () => {
    const { poll } = await anOpenPoll();
    expect(await code(cast(await aPerson(database), poll, "for"))).toBe("not-on-the-roll");
  });
});

describe("closing", () => {
  test("a hundred ballots race the close: exactly those that reached the server in time count", async () => {
    const open = await anOpenPoll();
    const arrivals = Array.from({ length: 100 }, (_, number) => ({
      who: voter(number),
      receivedAt: after(open.closesAt, number - 50),
    }));
    const shuffled = [...arrivals].sort((a, b) => a.who.person.localeCompare(b.who.person));
    const outcomes = await Promise.all(
      shuffled.map(async ({ who, receivedAt }) => ({
        receivedAt,
        outcome: await code(cast(who, open.poll, "for", { receivedAt })),
      })),
    );
    for (const { receivedAt, outcome } of outcomes) expect(outcome).toBe(receivedAt < open.closesAt ? "cast" : "poll-closed");
    expect(await closeAndCount(open)).toMatchObject({ voters: 50, rollSize: expect.any(Number) });
  });

  test("counts every acknowledged ballot when casting and closing run at the same moment", async () => {
    const open = await anOpenPoll();
    const inTime = after(open.closesAt, -1);
    const attempts = Array.from({ length: 100 }, (_, number) =>
      code(cast(voter(number), open.poll, number % 2 ? "for" : "against", { receivedAt: inTime })),
    );
    const [tally, ...outcomes] = await Promise.all([closeAndCount(open), ...attempts]);
    expect(tally?.voters).toBe(outcomes.filter((outcome) => outcome === "cast").length);
    for (const outcome of outcomes) expect(["cast", "poll-closed"]).toContain(outcome);
  });

  test("a ballot after the closing time is refused with that time", async () => {
    const open = await anOpenPoll();
    const refusal = await cast(voter(0), open.poll, "for", { receivedAt: open.closesAt }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "poll-closed", details: { closedAt: open.closesAt.toISOString() } });
  });

  test("is refused before the grace has passed and done once when asked twice", async () => {
    const open = await anOpenPoll();
    const tooEarly = database.perform(closePoll, itself(municipality), { poll: open.poll }, { receivedAt: open.closesAt });
    await expect(tooEarly).rejects.toMatchObject({ code: "poll-not-open" });
    const tally = await closeAndCount(open);
    expect(await closeAndCount(open)).toEqual(tally);
  });

  test("is done by Kernplein itself, never by a person", async () => {
    const { poll } = await anOpenPoll();
    await expect(database.perform(closePoll, voter(0), { poll })).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("secrecy", () => {
  test("nobody sees a count before the close, nor a turnout below ten", async () => {
    const { poll } = await anOpenPoll();
    for (let number = 0; number < 9; number++) await cast(voter(number), poll, "for");
    expect(await database.perform(viewPoll, voter(0), { poll })).toMatchObject({ tally: null, turnout: null, hasVoted: true });
    await cast(voter(9), poll, "for");
    expect(await database.perform(viewPoll, voter(50), { poll })).toMatchObject({ tally: null, turnout: 10, hasVoted: false });
  });

  test("with full read of every table, no column, system column or order lays a person beside a ballot", async () => {
    const { poll } = await anOpenPoll();
    const chosen = new Map<string, string>();
    for (let number = 0; number < 100; number++) {
      const option = ["for", "against", "abstain"][(number * 7) % 3] as string;
      chosen.set(voter(number).person, option);
      await cast(voter(number), poll, option);
    }
    const { rows: ballots } = await database.connections.owner.query<Record<string, string>>(
      "select xmin::text, cmin::text, ctid::text, * from ballot where poll_id = $1 order by ctid",
      [poll],
    );
    const { rows: roll } = await database.connections.owner.query<Record<string, string>>(
      "select xmin::text, cmin::text, ctid::text, * from roll where poll_id = $1",
      [poll],
    );
    expect(ballots).toHaveLength(100);

    // Equal values: neither a shared column nor a shared transaction.
    const shared = Object.keys(ballots[0] ?? {}).filter((column) => column in (roll[0] ?? {}));
    expect(shared.sort()).toEqual(["cmin", "ctid", "municipality_id", "poll_id", "xmin"]);
    expect(roll.filter((row) => ballots.some((ballot) => ballot.xmin === row.xmin))).toEqual([]);

    // Orders: whatever the roll is sorted by, laying it beside the ballots in any order finds no more than chance would.
    const voted = roll.filter((row) => chosen.has(row.person_id ?? ""));
    const orders = (rows: Record<string, string>[]) =>
      Object.keys(rows[0] ?? {}).map((column) => [...rows].sort((a, b) => compare(String(a[column]), String(b[column]))));
    for (const people of orders(voted)) {
      for (const box of orders(ballots)) {
        const hits = people.filter((row, index) => chosen.get(row.person_id ?? "") === box[index]?.option_id).length;
        expect(hits).toBeLessThan(65);
      }
    }

    // The marks are one row: its transaction is the last voter's, and says nothing of which.
    const { rows: marks } = await database.connections.owner.query(
      "select count(*)::int as rows from roll_marks where poll_id = $1",
      [poll],
    );
    expect(marks).toEqual([{ rows: 1 }]);
  });

  test("casting leaves no audit row, no job and no trace of the proof itself", async () => {
    const { poll } = await anOpenPoll();
    const count = async (table: string) =>
      (await database.connections.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;
    const before = [await count("audit"), await count("graphile_worker.jobs")];
    const { proof } = await cast(voter(0), poll, "for");
    expect([await count("audit"), await count("graphile_worker.jobs")]).toEqual(before);
    const { rows } = await database.connections.owner.query("select from ballot where token_fingerprint = $1", [proof]);
    expect(rows).toHaveLength(0);
  });
});

function compare(a: string, b: string): number {
  const [x, y] = [Number(a.replace(/[(),]/g, "")), Number(b.replace(/[(),]/g, ""))];
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
}
