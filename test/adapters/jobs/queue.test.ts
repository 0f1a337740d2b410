import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Jobs, makeQueue, settled, startJobs } from "../../../src/adapters/jobs/queue.ts";
import type { Lane, Reaction } from "../../../src/shared/reaction.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../../support/database.ts";

let database: TestDatabase;
let jobs: Jobs | undefined;
const quiet = { warn: () => undefined };

beforeEach(async () => {
  database = await testDatabase();
  await aMunicipality(database);
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await database.close();
});

async function queue(reactions: readonly Reaction[], facts: readonly { fact: string }[]): Promise<void> {
  const add = makeQueue(({ fact }) => reactions.filter(({ name }) => name === fact));
  await database.connections.inMunicipality("molenlanden", (tx) => add(tx, "molenlanden", facts));
}

test("mails go out while every place for looks, applies and guests is taken by work that waits for Microsoft", async () => {
  const microsoft = Promise.withResolvers<void>();
  const mailed = Promise.withResolvers<void>();
  let waiting = 0;
  const allWait = Promise.withResolvers<void>();
  const long = (lane: Lane): Reaction => ({
    name: `long-${lane}`,
    lane,
    run: async () => {
      waiting += 1;
      if (waiting === 6) allWait.resolve();
      await microsoft.promise;
    },
  });
  const mail: Reaction = { name: "mail", run: async () => mailed.resolve() };
  const reactions = [long("teams"), long("guests"), mail];
  const many = (fact: string) => Array.from({ length: 20 }, () => ({ fact }));
  await queue(reactions, [...many("long-teams"), ...many("long-guests")]);
  jobs = await startJobs(database.connections.owner, reactions, quiet, { prompt: 1, posting: 1, guests: 3, teams: 3 });
  await allWait.promise;
  await queue(reactions, [{ fact: "mail" }]);
  await mailed.promise;
  const { rows: thoughtDead } = await database.connections.owner.query(
    `select 1 from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) l
     where pg_try_advisory_xact_lock(hashtextextended('kernplein-worker ' || locked_by, 0))`,
  );
  expect(thoughtDead).toEqual([]);
  expect(waiting).toBe(6);
  microsoft.resolve();
  await settled(database.connections.owner);
  expect(waiting).toBe(40);
});

test("jobs of one queue run one after another, and of many with one key only one runs", async () => {
  let under = 0;
  let most = 0;
  let runs = 0;
  const drain: Reaction = {
    name: "drain",
    lane: "guests",
    key: ({ municipality }) => municipality,
    queue: ({ municipality }) => municipality,
    run: async () => {
      runs += 1;
      under += 1;
      most = Math.max(most, under);
      // What comes in while it runs is for the next run.
      if (runs === 1) await queue([drain], [{ fact: "drain" }, { fact: "drain" }]);
      under -= 1;
    },
  };
  await queue(
    [drain],
    Array.from({ length: 50 }, () => ({ fact: "drain" })),
  );
  jobs = await startJobs(database.connections.owner, [drain], quiet);
  await settled(database.connections.owner);
  expect([runs, most]).toEqual([2, 1]);
});

test("what a process that died was at is taken up, and what a living one is at is left to it", async () => {
  const ran: string[] = [];
  const reaction = (name: string): Reaction => ({
    name,
    queue: () => name,
    run: async () => {
      ran.push(name);
    },
  });
  const reactions = [reaction("of-the-dead"), reaction("of-the-living")];
  await queue(reactions, [{ fact: "of-the-dead" }, { fact: "of-the-living" }]);
  const { owner } = database.connections;
  const living = await owner.connect();
  await living.query("select pg_advisory_lock(hashtextextended('kernplein-worker ' || 'living', 0))");
  for (const worker of ["dead", "living"]) {
    const ids =
      "select id from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = $2)";
    await owner.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute', attempts = 1 where id in (${ids})`,
      [worker, `of-the-${worker}`],
    );
    await owner.query(
      "update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() - interval '1 minute' where queue_name = $2",
      [worker, `of-the-${worker}`],
    );
  }
  jobs = await startJobs(owner, reactions, quiet);
  for (let turn = 0; turn < 100 && ran.length === 0; turn += 1) await new Promise((wake) => setTimeout(wake, 50));
  expect(ran).toEqual(["of-the-dead"]);
  living.release(true);
});
