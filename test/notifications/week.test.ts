import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { startJobs } from "../../src/adapters/jobs/queue.ts";
import { planWeeks } from "../../src/notifications/plan-weeks.ts";
import { isTimely, mondayAfter, weekBegins } from "../../src/notifications/week.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import type { Fact } from "../../src/shared/work.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";

const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

describe("when a week begins", () => {
  test("on Monday at eight in the Netherlands, winter and summer", () => {
    expect(weekBegins("2026-11-30").toISOString()).toBe("2026-11-30T07:00:00.000Z");
    expect(weekBegins("2026-06-29").toISOString()).toBe("2026-06-29T06:00:00.000Z");
  });

  test.each([
    ["a Saturday", "2026-11-28T09:58:00Z", "2026-11-30"],
    ["Sunday, a minute before midnight there", "2026-11-29T22:59:00Z", "2026-11-30"],
    ["Monday before eight", "2026-11-30T06:59:59Z", "2026-11-30"],
    ["Monday at eight", "2026-11-30T07:00:00Z", "2026-12-07"],
    ["over the night on which summer time begins", "2026-03-28T12:00:00Z", "2026-03-30"],
  ])("after %s the next one is right", (_, at, monday) => {
    expect(mondayAfter(new Date(at))).toBe(monday);
  });

  test("the next Monday is a Monday, later, and at most a week (and the hour that summer time moves) away", () => {
    fc.assert(
      fc.property(moment, (at) => {
        const monday = mondayAfter(at);
        const ahead = weekBegins(monday).getTime() - at.getTime();
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual((7 * 24 + 1) * 3_600_000);
      }),
    );
  });

  test("an overview is timely until Tuesday evening", () => {
    const at = (time: string) => isTimely("2026-11-30", new Date(time));
    expect([
      at("2026-11-30T07:00:00Z"),
      at("2026-12-01T18:00:00Z"),
      at("2026-12-02T07:00:00Z"),
      at("2026-11-29T07:00:00Z"),
    ]).toEqual([true, true, false, false]);
  });
});

describe("the row of weeks", () => {
  let database: TestDatabase;
  let reactions: Reaction[] = [];
  const told: Fact[] = [];

  beforeAll(async () => {
    database = await testDatabase((fact) => {
      if (fact.fact === "kern-week-begins") told.push(fact);
      return reactions.filter((reaction) => (reaction as Reaction & { follows: string }).follows === fact.fact);
    });
    await aMunicipality(database, "molenlanden", ["arkel", "hoornaar"]);
    reactions = planWeeks({
      inMunicipality: database.connections.inMunicipality,
      queueReactions: database.workshop.queueReactions,
      clock: () => database.clock.now,
    });
  });
  afterAll(() => database.close());

  const waiting = async () => {
    const { rows } = await database.connections.owner.query<{ task: string; at: Date }>(
      "select task_identifier as task, run_at as at from graphile_worker.jobs order by run_at",
    );
    return rows.filter(({ task }) => task === "notifications.begin-week").map(({ at }) => at.toISOString());
  };
  const load = () =>
    database.connections.inMunicipality("molenlanden", (tx) =>
      database.workshop.queueReactions(tx, "molenlanden", [{ fact: "kernen-loaded" }]),
    );
  const work = async () => {
    const jobs = await startJobs(database.connections.owner, reactions, { warn: () => undefined });
    for (let tries = 0; tries < 100; tries += 1) {
      const { rows } = await database.connections.owner.query("select 1 from graphile_worker.jobs where run_at <= now()");
      if (rows.length === 0) break;
      await new Promise((done) => setTimeout(done, 30));
    }
    await jobs.stop();
  };

  test("is begun once, however often the kernen are loaded, and goes on Monday after Monday with every kern once", async () => {
    database.clock.now = new Date("2040-01-04T12:00:00Z");
    for (let times = 0; times < 3; times++) {
      await load();
      await work();
    }
    expect(await waiting()).toEqual(["2040-01-09T07:00:00.000Z"]);
    expect(told).toEqual([]);
    database.clock.now = new Date("2040-01-09T07:00:01Z");
    await database.connections.owner.query("update graphile_worker._private_jobs set run_at = now()");
    await work();
    expect(await waiting()).toEqual(["2040-01-16T07:00:00.000Z"]);
    expect(told.map((fact) => (fact as Fact & { kern: string }).kern)).toEqual(["arkel", "hoornaar"]);
  });

  test("goes on after a Monday on which the server was down, without an overview that comes too late", async () => {
    told.length = 0;
    database.clock.now = new Date("2040-01-19T12:00:00Z");
    await load();
    await work();
    expect(await waiting()).toEqual(["2040-01-16T07:00:00.000Z", "2040-01-23T07:00:00.000Z"]);
    await database.connections.owner.query("update graphile_worker._private_jobs set run_at = now() where run_at < '2040-01-17'");
    await work();
    expect(await waiting()).toEqual(["2040-01-23T07:00:00.000Z"]);
    expect(told).toEqual([]);
  });
});
