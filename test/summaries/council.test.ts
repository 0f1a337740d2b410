/** What a councillor reads over time, and since her last visit: on the real database. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import type { Actor } from "../../src/shared/work.ts";
import { noteVisit, viewOverview, viewTrends } from "../../src/summaries/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

type Person = Actor & { person: string };

let database: TestDatabase;
let councillor: Person;
let resident: Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  councillor = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
  database.clock.now = new Date("2026-06-15T12:00:00Z");
  resident = await aPerson(database, { name: "Anna de Boer", kernen: ["arkel"] });
  const others = [];
  for (let i = 0; i < 12; i++) others.push(await aPerson(database, { kernen: [i < 11 ? "arkel" : "hoornaar"] }));
  await leaves(others[0] as Person, "2026-09-10T12:00:00Z");
  const [bench, light, quiet] = [
    await published("arkel", "Een bankje", "2026-08-31T22:30:00Z"),
    await published("arkel", "Licht bij de brug", "2026-10-20T12:00:00Z"),
    await published("hoornaar", "Stil", "2026-10-21T12:00:00Z"),
  ];
  for (const one of others.slice(0, 11)) {
    await supported(bench, one, "2026-09-05T12:00:00Z");
    await supported(light, one, "2026-10-25T12:00:00Z");
  }
  // The same eleven people in one month support twice, and are eleven people.
  for (const one of others.slice(0, 3)) await supported(quiet, one, "2026-10-26T12:00:00Z");
  await commented(bench, "2026-09-06T12:00:00Z");
  await commented(light, "2026-10-27T12:00:00Z");
  await aPoll("arkel", "Komt er een bankje?", "2026-10-28T12:00:00Z", 12, 10);
  await aPoll("hoornaar", "Blijft het stil?", "2026-10-29T12:00:00Z", 12, 9);
  database.clock.now = new Date("2026-11-22T12:00:00Z");
});
afterAll(() => database.close());

const write = <T>(body: Parameters<TestDatabase["connections"]["inMunicipality"]>[1]) =>
  database.connections.inMunicipality("molenlanden", body) as Promise<T>;

const leaves = (one: Person, at: string) =>
  write((tx) => tx.updateTable("membership").set({ left_at: at }).where("person_id", "=", one.person).execute());

async function published(kern: string, title: string, at: string, answeredAt: string | null = null): Promise<string> {
  const proposal = randomUUID();
  await write((tx) =>
    tx
      .insertInto("proposal")
      .values({
        municipality_id: "molenlanden",
        proposal_id: proposal,
        kern_id: kern,
        author_id: resident.person,
        title,
        body: "Hier staat wat wij vragen.",
        state: "published",
        created_at: at,
        changed_at: at,
        submitted_at: at,
        published_at: at,
        ...(answeredAt && {
          treatment: "answered",
          answered_at: answeredAt,
          answer: "Wij doen het.",
          answer_outcome: "yes",
          answer_signed_by: "Team Dorpen",
        }),
      })
      .execute(),
  );
  return proposal;
}

const supported = (proposal: string, by: Person, at: string) =>
  write((tx) =>
    tx
      .insertInto("support")
      .values({ municipality_id: "molenlanden", proposal_id: proposal, person_id: by.person, at })
      .execute(),
  );

const commented = (proposal: string, at: string) =>
  write((tx) =>
    tx
      .insertInto("comment")
      .values({
        municipality_id: "molenlanden",
        proposal_id: proposal,
        comment_id: randomUUID(),
        author_id: resident.person,
        stance: "for",
        body: "Goed plan.",
        at,
      })
      .execute(),
  );

/** A poll that was counted, straight in the tables. */
async function aPoll(kern: string, question: string, closesAt: string, rollSize: number, voters: number): Promise<void> {
  const poll = randomUUID();
  const marks = "1".repeat(voters) + "0".repeat(rollSize - voters);
  const none = "0".repeat(rollSize);
  const outcome = { votes: { for: voters, against: 0, abstain: 0 }, winners: ["for"], rule: "majority" };
  await write(async (tx) => {
    await sql`insert into poll (municipality_id, poll_id, kern_id, question, opens_at, closes_at, state, opened_by, roll_size, level,
        form, count, electorate)
      values ('molenlanden', ${poll}, ${kern}, ${question}, '2026-10-01', ${closesAt}, 'closed', ${councillor.person}, ${rollSize}, 1,
        '{"kind":"for-against-abstain"}', '{"rule":"majority","share":"half","of":"votes","quorum":0}',
        '{"assurance":"mail","per":"person","minAge":null}')`.execute(tx);
    for (const [position, option] of ["for", "against", "abstain"].entries())
      await sql`insert into poll_option (municipality_id, poll_id, option_id, position, label)
        values ('molenlanden', ${poll}, ${option}, ${position}, ${option})`.execute(tx);
    await sql`insert into roll_marks (municipality_id, poll_id, marks, paper, assisted)
      values ('molenlanden', ${poll}, ${marks}::bit varying, ${none}::bit varying, ${none}::bit varying)`.execute(tx);
    await sql`insert into tally (municipality_id, poll_id, counted_at, voters, outcome)
      values ('molenlanden', ${poll}, ${closesAt}, ${voters}, ${JSON.stringify(outcome)})`.execute(tx);
  });
}

test("each month has its own proposals, supporters, comments, members and turnout", async () => {
  const { kernen, total } = await database.perform(viewTrends, councillor, {});
  expect(kernen.map(({ kernName }) => kernName)).toEqual(["Arkel", "Hoornaar"]);
  const months = total.map(({ month, ...rest }) => [month.slice(0, 7), rest] as const);
  expect(months.map(([month]) => month)).toEqual([
    ...["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"],
    ...["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"],
  ]);
  const arkel = kernen[0]?.months ?? [];
  const nothing = { proposals: 0, supporters: null, comments: 0, turnout: null };
  expect(arkel[0]).toEqual({ month: "2025-11-30T23:00:00.000Z", members: null, ...nothing });
  expect(arkel[6]).toEqual({ month: "2026-05-31T22:00:00.000Z", members: 10, ...nothing });
  // Half past midnight on 1 September in Amsterdam; Amsterdam's month, not Greenwich's.
  expect(arkel[9]).toEqual({
    ...nothing,
    month: "2026-08-31T22:00:00.000Z",
    members: 10,
    proposals: 1,
    supporters: 10,
    comments: 1,
  });
  expect(arkel[10]).toMatchObject({ proposals: 1, supporters: 10, comments: 1, turnout: { polls: 1, voters: 10, rollSize: 12 } });
  expect(kernen[1]?.months[10]).toMatchObject({ members: null, proposals: 1, supporters: null, turnout: null });
  expect(total[10]).toMatchObject({ members: 10, proposals: 2, supporters: 10, turnout: { polls: 1, voters: 10, rollSize: 12 } });
});

test("of one kern alone the same months come", async () => {
  const { kernen } = await database.perform(viewTrends, councillor, {});
  for (const { kern, months } of kernen) {
    expect((await database.perform(viewTrends, councillor, { kern })).kernen).toEqual([
      expect.objectContaining({ kern, months }),
    ]);
  }
});

test("trends and the overview are for who reads for the municipality, and a kern must be there", async () => {
  const visitor = { ...resident, person: null, roles: [] };
  const asked = (who: Actor) => [
    database.perform(viewTrends, who, {}),
    database.perform(viewOverview, who, {}),
    database.perform(noteVisit, who, {}),
  ];
  for (const answer of asked(resident)) await expect(answer).rejects.toMatchObject({ code: "not-allowed" });
  for (const answer of asked(visitor)) await expect(answer).rejects.toMatchObject({ code: "not-signed-in" });
  await expect(database.perform(viewTrends, councillor, { kern: "nergens" })).rejects.toMatchObject({ code: "not-found" });
});

test("the overview names of each kern its most supported proposal and its last poll, and no outcome in numbers below ten", async () => {
  const { kernen } = await database.perform(viewOverview, councillor, {});
  expect(kernen.map(({ kern, members, lastPoll }) => [kern, members, lastPoll?.question, lastPoll?.voters])).toEqual([
    ["arkel", 11, "Komt er een bankje?", 10],
    ["hoornaar", null, "Blijft het stil?", null],
  ]);
});

async function visitsAt(who: Person, at: string) {
  database.clock.now = new Date(at);
  return database.perform(noteVisit, who, {});
}

test("since her last visit: new proposals, outcomes and answers; a visit ends after half an hour of absence", async () => {
  const her = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
  const nothing = { proposals: { count: 0, newest: [] }, polls: [], answers: [] };
  expect(await visitsAt(her, "2026-10-22T12:00:00Z")).toEqual({ since: null, ...nothing });
  expect((await visitsAt(her, "2026-10-22T12:29:00Z")).since).toBeNull();
  const answered = await published("arkel", "Beantwoord", "2026-08-01T12:00:00Z", "2026-10-30T12:00:00Z");
  const fresh = await published("hoornaar", "Vers", "2026-10-31T12:00:00Z");
  const back = await visitsAt(her, "2026-11-01T09:00:00Z");
  expect(back.since).toBe("2026-10-22T12:29:00.000Z");
  expect(back.proposals).toEqual({
    count: 1,
    newest: [{ proposal: fresh, title: "Vers", kern: "hoornaar", kernName: "Hoornaar", at: "2026-10-31T12:00:00.000Z" }],
  });
  expect(back.answers.map(({ proposal }) => proposal)).toEqual([answered]);
  expect(back.polls.map(({ question, outcome }) => [question, /\d/.test(outcome)])).toEqual([
    ["Blijft het stil?", false],
    ["Komt er een bankje?", true],
  ]);
  // Still reading: the same news, also in a second tab at the same time.
  const both = await Promise.all([visitsAt(her, "2026-11-01T09:20:00Z"), visitsAt(her, "2026-11-01T09:20:00Z")]);
  expect(both).toEqual([back, back]);
  expect(await visitsAt(her, "2026-11-01T09:50:00Z")).toEqual({ since: "2026-11-01T09:20:00.000Z", ...nothing });
});

test("a visit is told to nobody else, stands in no audit, and goes with the person", async () => {
  const her = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
  const told: unknown[] = [];
  await visitsAt(her, "2026-11-20T12:00:00Z");
  expect((await visitsAt(councillor, "2026-11-20T12:01:00Z")).since).toBeNull();
  await write(async (tx) => {
    told.push(...(await tx.selectFrom("audit").selectAll().where("action", "like", "%visit%").execute()));
    expect(await tx.selectFrom("council_visit").select("person_id").where("person_id", "=", her.person).execute()).toHaveLength(
      1,
    );
    await tx.deleteFrom("role_grant").where("person_id", "=", her.person).execute();
    await tx.deleteFrom("person").where("person_id", "=", her.person).execute();
    expect(await tx.selectFrom("council_visit").select("person_id").where("person_id", "=", her.person).execute()).toEqual([]);
  });
  expect(told).toEqual([]);
});
