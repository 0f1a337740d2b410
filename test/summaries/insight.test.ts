/** What an officer reads of a year in her kernen: on the real database. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sql } from "kysely";
import { makeViewReach, reachFigures } from "../../src/notifications/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { makeViewInsight } from "../../src/summaries/index.ts";
import { insightPoll } from "../../src/summaries/insight-rules.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

type Person = Actor & { person: string };

const viewInsight = makeViewInsight(reachFigures);
const viewReach = makeViewReach(async () => []);
let database: TestDatabase;
let officer: Person;
let members: Person[];

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar", "noordeloos"]);
  database.clock.now = new Date("2026-08-10T12:00:00Z");
  officer = await aPerson(database, {
    kernen: [],
    roles: [
      { role: "officer", kern: "arkel" },
      { role: "officer", kern: "hoornaar" },
    ],
  });
  members = [];
  for (let i = 0; i < 8; i++) members.push(await aPerson(database, { kernen: [i < 6 ? "arkel" : "hoornaar"] }));
  await aPerson(database, { kernen: ["noordeloos"] });
  database.clock.now = new Date("2026-11-22T12:00:00Z");
});
afterAll(() => database.close());

const write = (body: Parameters<TestDatabase["connections"]["inMunicipality"]>[1]) =>
  database.connections.inMunicipality("molenlanden", body);

const seen = (who: Person | undefined, moments: Record<string, string>) =>
  write((tx) =>
    tx
      .insertInto("guest")
      .values({ municipality_id: "molenlanden", person_id: who?.person ?? "", ...moments })
      .execute(),
  );

test("who takes part is told month by month, by how she had been seen by then", async () => {
  await seen(members[0], { web_opened_at: "2026-08-20T12:00:00Z", accepted_at: "2026-09-15T12:00:00Z" });
  await seen(members[1], { accepted_at: "2026-09-15T12:00:00Z", bot_reachable_at: "2026-10-15T12:00:00Z" });
  await write(async (tx) => {
    const left =
      await sql`update membership set left_at = '2026-10-20T12:00:00Z' where person_id = ${members[5]?.person}`.execute(tx);
    expect(left.numAffectedRows).toBe(1n);
    await sql`update membership set invited_by = ${officer.person} where person_id = ${members[4]?.person}`.execute(tx);
  });
  const { months, kernen } = await database.perform(viewInsight, officer, { kern: "arkel" });
  expect(kernen.map(({ kern }) => kern)).toEqual(["arkel", "hoornaar"]);
  expect(months.slice(-5).map((month) => [month.month.slice(0, 7), month.members])).toEqual([
    ["2026-06", { bot: 0, teams: 0, page: 0, unseen: 0 }],
    ["2026-07", { bot: 0, teams: 0, page: 1, unseen: 5 }],
    ["2026-08", { bot: 0, teams: 2, page: 0, unseen: 4 }],
    ["2026-09", { bot: 1, teams: 1, page: 0, unseen: 3 }],
    ["2026-10", { bot: 1, teams: 1, page: 0, unseen: 3 }],
  ]);
  expect(months.map(({ joined, left }) => [joined.asked, joined.invited, left]).slice(-4)).toEqual([
    [5, 1, 0],
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  const all = await database.perform(viewInsight, officer, {});
  expect(all.months.at(-1)?.members).toEqual({ bot: 1, teams: 1, page: 0, unseen: 5 });
});

test("decisions are counted in the month they fell, with the median of days since handing in", async () => {
  const proposal = async (state: string, events: [string, string][]) => {
    const id = randomUUID();
    await write(async (tx) => {
      const at = events.at(-1)?.[1] ?? "";
      await sql`insert into proposal (municipality_id, proposal_id, kern_id, author_id, title, body, state, created_at, changed_at)
        values ('molenlanden', ${id}, 'arkel', ${members[0]?.person}, 'Een bankje', 'Graag.', ${state}, ${at}, ${at})`.execute(
        tx,
      );
      for (const [place, [event, moment]] of events.entries())
        await sql`insert into proposal_event (municipality_id, proposal_id, sequence, at, event)
          values ('molenlanden', ${id}, ${place + 1}, ${moment}, ${event})`.execute(tx);
    });
  };
  await proposal("published", [
    ["created", "2026-09-30T12:00:00Z"],
    ["submitted", "2026-10-01T12:00:00Z"],
    ["published", "2026-10-02T12:00:00Z"],
  ]);
  await proposal("published", [
    ["submitted", "2026-10-01T12:00:00Z"],
    ["returned", "2026-10-04T12:00:00Z"],
    ["submitted", "2026-10-30T12:00:00Z"],
    ["published", "2026-11-09T12:00:00Z"],
  ]);
  await proposal("submitted", [["submitted", "2026-11-20T12:00:00Z"]]);
  const { months, decisions, proposals } = await database.perform(viewInsight, officer, {});
  expect(months.slice(-2).map((month) => month.decisions)).toEqual([
    { count: 2, medianDays: 2 },
    { count: 1, medianDays: 10 },
  ]);
  expect(months[0]?.decisions).toEqual({ count: 0, medianDays: null });
  expect(decisions).toEqual({ count: 3, medianDays: 3 });
  expect(proposals).toEqual({ published: 2, waiting: 1, returned: 0, refused: 0 });
});

test("reach says of all at once what the page about reach says of one message after another", async () => {
  const states = ["sent", "failed", "sending"];
  let at = Date.parse("2026-09-01T12:00:00Z");
  let turn = 7;
  const next = (most: number) => {
    turn = (turn * 1103515245 + 12345) % 2147483648;
    return Math.floor((turn / 2147483648) * most);
  };
  await write(async (tx) => {
    await sql`update membership set seen_in_team_at = '2026-08-15T12:00:00Z' where person_id = any(${[members[1]?.person, members[6]?.person]}::uuid[])`.execute(
      tx,
    );
    for (let message = 0; message < 9; message++) {
      const about = `${["poll-opened", "proposal-published", "proposal-waits"][message % 3]} ${randomUUID()}`;
      const kern = message % 2 === 0 ? "arkel" : "hoornaar";
      const rows: { channel: string; person: string | null }[] = [{ channel: "card", person: null }];
      for (const { person } of members) if (next(3) > 0) rows.push({ channel: next(4) === 0 ? "chat" : "mail", person });
      for (const { channel, person } of rows)
        await tx
          .insertInto("message_sent")
          .values({
            municipality_id: "molenlanden",
            message_key: randomUUID(),
            channel,
            state: states[next(3)] ?? "sent",
            at: new Date(at),
            about,
            kern_id: kern,
            person_id: person,
          })
          .execute();
      at += 9 * 86_400_000;
    }
  });
  const { messages } = await database.perform(viewInsight, officer, {});
  const one = (await database.perform(viewReach, officer, {})).messages.filter(({ kind }) => kind !== "proposal-waits");
  expect(one.length).toBe(6);
  expect(
    messages.toReversed().map(({ message, kern, at: left, meant, missed }) => ({ message, kern, at: left, meant, missed })),
  ).toEqual(one.map(({ message, kern, at: left, meant, missed }) => ({ message, kern, at: left, meant, missed })));
  for (const { meant, teams, mail, missed } of messages) expect(teams + mail + missed).toBe(meant);
  expect(messages.some(({ teams }) => teams > 0) && messages.some(({ mail }) => mail > 0)).toBe(true);
});

test("insight is for the officers of a kern alone", async () => {
  const councillor = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
  await expect(database.perform(viewInsight, councillor, {})).rejects.toMatchObject({ code: "not-allowed" });
  await expect(database.perform(viewInsight, officer, { kern: "noordeloos" })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(database.perform(viewInsight, { ...officer, person: null, roles: [] }, {})).rejects.toMatchObject({
    code: "not-signed-in",
  });
});

test("the ways of voting are told only when none of them, nor what is left, tells of fewer than ten people", () => {
  const poll = { poll: "p", kern: "arkel", kernName: "Arkel", question: "Komt het?", closesAt: new Date(0), rollSize: 500 };
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (online, help, paper) => {
      const voters = online + help + paper;
      const shown = insightPoll({ ...poll, voters, ways: { online, help, paper } });
      expect(shown.voters).toBe(voters < 10 ? null : voters);
      for (const count of Object.values(shown.ways ?? {})) expect(count === 0 || count >= 10).toBe(true);
      const tellable = voters >= 10 && [online, help, paper].every((count) => count === 0 || count >= 10);
      expect(shown.ways !== null).toBe(tellable);
    }),
  );
});
