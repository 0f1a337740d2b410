import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startJobs } from "../../src/adapters/jobs/queue.ts";
import type { NotificationsFact } from "../../src/notifications/contract.ts";
import { makeNotifications } from "../../src/notifications/index.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import { after, days } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { openPoll, planPoll } from "../../src/voting/index.ts";
import { noChat } from "../notifications/no-chat.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  let reactions: Reaction[] = [];
  database = await testDatabase(({ fact }) => (fact === "last-day-comes" ? reactions : []));
  await aMunicipality(database);
  reactions = [
    {
      name: "notifications.post-last-day-card",
      due: (fact) => after(new Date((fact as Extract<NotificationsFact, { fact: "last-day-comes" }>).closesAt), -days(1)),
      key: ({ fact }) => `last-day ${(fact as Extract<NotificationsFact, { fact: "last-day-comes" }>).poll}`,
      run: async () => undefined,
    },
  ];
  const jobs = await startJobs(database.connections.owner, [], { warn: () => undefined });
  await jobs.stop();
});
afterAll(() => database.close());

test("each start sets the last day of the polls that are open, once each", async () => {
  const officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  const now = database.clock.now;
  const closesAt = after(now, days(5));
  const plan = async (opensAt: Date) => {
    const { poll } = await database.perform(planPoll, officer, {
      kern: "arkel",
      question: "Mag de dijk eenrichting worden?",
      form: { kind: "for-against-abstain" },
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    });
    return poll;
  };
  const poll = await plan(now);
  await database.perform(openPoll, itself("molenlanden"), { poll });
  await plan(after(now, days(1)));
  const [starting] = makeNotifications({
    ...noChat,
    postOffice: { send: async () => ({ delivered: true }) },
    inMunicipality: database.connections.inMunicipality,
    publicUrl: "https://kernplein.example",
    clock: () => now,
    queueReactions: database.workshop.queueReactions,
  }).filter(({ name }) => name === "notifications.plan-last-days");
  for (let start = 0; start < 3; start++) await starting?.run({ municipality: "molenlanden", fact: { fact: "kernen-loaded" } });
  const { rows } = await database.connections.owner.query(
    "select run_at, payload from graphile_worker._private_jobs order by run_at",
  );
  expect(rows).toMatchObject([
    { run_at: after(closesAt, -days(1)), payload: { fact: { fact: "last-day-comes", poll, kern: "arkel" } } },
  ]);
});
