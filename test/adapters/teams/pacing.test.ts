/** Turns of several instances on one database: each pacer here has connections of its own, as each instance has. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Connections, connect } from "../../../src/adapters/postgres/connect.ts";
import { type Card, ConnectorFailure, type Engine } from "../../../src/adapters/teams/engine.ts";
import { openEngine } from "../../../src/adapters/teams/open-engine.ts";
import { makePacer, type Pacer } from "../../../src/adapters/teams/pacing.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../../support/database.ts";
import { type Connector, startConnector } from "./bot-framework.ts";

const tenant = "aaaaaaaa-0000-4000-8000-000000000001";
const one = { tenant, conversation: "19:een@thread.tacv2" };
const start = new Date("2026-11-22T12:00:00Z").getTime();
const limits = [
  [1_000, 7],
  [2_000, 8],
  [30_000, 60],
  [3_600_000, 1_800],
] as const;

let database: TestDatabase;
let second: Connections;
/** Moments at which something was sent, per thread, whoever sent it. */
let sent: { thread: string; at: number }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  second = connect(database.url);
});
afterAll(async () => {
  await second.close();
  await database.close();
});
beforeEach(() => {
  sent = [];
});
afterEach(() =>
  database.connections.inMunicipality("molenlanden", async (tx) => {
    await tx.deleteFrom("posting_sent").execute();
    await tx.deleteFrom("posting_pause").execute();
  }),
);

/** An instance whose clock stands still but for its own waits, as many waits at once each end at their own moment. */
function instance({ inMunicipality }: Connections, now = start) {
  const ask = async (conversation: string, askedAt = now): Promise<number> => {
    let at = askedAt;
    const pacer = makePacer({
      municipalityOfTenant: async () => ({ municipality: "molenlanden" }),
      inMunicipality,
      clock: () => new Date(at),
      wait: async (ms) => {
        at += ms;
      },
    });
    await pacer.turn({ tenant, conversation });
    sent.push({ thread: conversation.split(";", 1)[0] ?? "", at });
    return at;
  };
  return { ask };
}

function expectWithin(moments: readonly number[], windows: readonly (readonly [number, number])[]): void {
  const sorted = moments.toSorted((a, b) => a - b);
  for (const [within, most] of windows) {
    for (const [index, at] of sorted.entries()) {
      const before = sorted[index - most];
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(within);
    }
  }
}

describe("turns of two instances together", () => {
  test("never go beyond what Microsoft allows in a thread, nor beyond 25 a second in the municipality", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ thread: fc.nat({ max: 3 }), gap: fc.nat({ max: 300 }), who: fc.boolean() }), {
          minLength: 20,
          maxLength: 70,
        }),
        async (asked) => {
          sent = [];
          const both = [instance(database.connections), instance(second)] as const;
          let now = start;
          const all: Promise<number>[] = [];
          for (const { thread, gap, who } of asked) {
            now += gap;
            all.push(both[who ? 0 : 1].ask(`19:${thread}@thread.tacv2;messageid=${gap}`, now));
          }
          await Promise.all(all);
          for (const thread of new Set(sent.map((each) => each.thread))) {
            expectWithin(
              sent.filter((each) => each.thread === thread).map(({ at }) => at),
              limits,
            );
          }
          expectWithin(
            sent.map(({ at }) => at),
            [[1_000, 25]],
          );
          await database.connections.inMunicipality("molenlanden", (tx) => tx.deleteFrom("posting_sent").execute());
        },
      ),
      { numRuns: 12 },
    );
  });

  test("are given in the order of asking, and another thread does not wait for a full one", async () => {
    const [a, b] = [instance(database.connections), instance(second)];
    const given: number[] = [];
    for (let turn = 0; turn < 18; turn += 1)
      given.push((await (turn % 2 ? a : b).ask("19:vol@thread.tacv2;messageid=1")) - start);
    expect(given).toEqual([0, 0, 0, 0, 0, 0, 0, 1000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 3000, 4000, 4000]);
    expect(await b.ask("19:leeg@thread.tacv2")).toBe(start);
  });

  test("of forty threads at once keep to the municipality's 25 a second", async () => {
    const both = [instance(database.connections), instance(second)] as const;
    const given = await Promise.all(
      Array.from({ length: 40 }, (_, index) => both[index % 2 ? 1 : 0].ask(`19:${index}@thread.tacv2`)),
    );
    expect(given.filter((at) => at === start)).toHaveLength(25);
    expect(given.filter((at) => at === start + 1000)).toHaveLength(15);
  });

  test("that would come after more than a minute are not taken: the job comes back", async () => {
    const { ask } = instance(database.connections);
    await database.connections.inMunicipality("molenlanden", async (tx) => {
      for (let turn = 0; turn < 120; turn += 1) {
        const row = { municipality_id: "molenlanden", thread: one.conversation, at: new Date(start + 60_000) };
        await tx.insertInto("posting_sent").values(row).execute();
      }
    });
    await expect(ask(one.conversation)).rejects.toMatchObject({ name: "ConnectorFailure", status: 429 });
    const { count } = await database.connections.inMunicipality("molenlanden", (tx) =>
      tx
        .selectFrom("posting_sent")
        .select((row) => row.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow(),
    );
    expect(Number(count)).toBe(120);
  });

  test("count what was answered without waiting", async () => {
    const pacer = makePacer({
      municipalityOfTenant: async () => ({ municipality: "molenlanden" }),
      inMunicipality: second.inMunicipality,
      clock: () => new Date(start),
    });
    for (let answer = 0; answer < 8; answer += 1) pacer.note({ tenant, conversation: `${one.conversation};messageid=7` });
    const noted = async () =>
      (await database.connections.inMunicipality("molenlanden", (tx) => tx.selectFrom("posting_sent").select("turn").execute()))
        .length;
    while ((await noted()) < 8) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await instance(database.connections).ask(one.conversation)).toBe(start + 2000);
  });

  test("of a tenant that is none of ours are not counted at all", async () => {
    const pacer = makePacer({ municipalityOfTenant: async () => undefined, inMunicipality: second.inMunicipality });
    for (let turn = 0; turn < 20; turn += 1) await pacer.turn({ tenant: "vreemd", conversation: "19:x" });
  });
});

describe("a Connector that throttles", () => {
  let connector: Connector;
  const card: Card = { type: "AdaptiveCard", version: "1.5", body: [] };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

  beforeAll(async () => {
    connector = await startConnector();
  });
  afterAll(() => connector.close());
  beforeEach(() => {
    connector.sent.length = 0;
    connector.moods.length = 0;
  });

  const engineOn = ({ inMunicipality }: Connections): Promise<Engine> => {
    const pacer: Pacer = makePacer({ municipalityOfTenant: async () => ({ municipality: "molenlanden" }), inMunicipality });
    return openEngine("botbuilder", { bot: null, answer: async () => ({ messages: [] }), pacer, log });
  };
  const place = (conversation: string) =>
    ({ serviceUrl: connector.url, tenant, bot: "28:bot", kind: "channel", conversation }) as const;

  test("makes the other instance wait too, in another thread, for as long as it asked", async () => {
    const [a, b] = [await engineOn(database.connections), await engineOn(second)];
    connector.moods.push({ status: 429, headers: { "Retry-After": "1" } });
    const first = a.post(place("19:een@thread.tacv2"), card);
    while (connector.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const refusedAt = connector.sent[0]?.at ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 60));
    await b.post(place("19:twee@thread.tacv2"), card);
    await first;
    expect(connector.sent).toHaveLength(3);
    for (const { at } of connector.sent.slice(1)) expect(at - refusedAt).toBeGreaterThanOrEqual(990);
  });

  test.each([412, 502, 504])(
    "or is out of order (%d) is asked again after a pause, without making others wait",
    async (status) => {
      const [a, b] = [await engineOn(database.connections), await engineOn(second)];
      connector.moods.push({ status });
      const first = a.post(place("19:een@thread.tacv2"), card);
      while (connector.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await b.post(place("19:twee@thread.tacv2"), card);
      expect(connector.sent).toHaveLength(2);
      await first;
      expect(connector.sent).toHaveLength(3);
      expect((connector.sent[2]?.at ?? 0) - (connector.sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(490);
    },
  );

  test("for longer than anybody should wait gives the job back", async () => {
    const a = await engineOn(database.connections);
    connector.moods.push({ status: 429, headers: { "Retry-After": "300" } });
    await expect(a.post(place("19:een@thread.tacv2"), card)).rejects.toBeInstanceOf(ConnectorFailure);
    const b = await engineOn(second);
    await expect(b.post(place("19:twee@thread.tacv2"), card)).rejects.toMatchObject({ status: 429 });
    expect(connector.sent).toHaveLength(1);
  });
});
