import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { limitRules, makeLimits } from "../../../src/adapters/web/limits.ts";
import { problemIn, type RunningWeb, runningWeb } from "./running-web.ts";

let running: RunningWeb;
// A twentieth of what is usual: reading 60, change 3, vote 3, join 3, mailbox 1, session 3.
beforeAll(async () => {
  running = await runningWeb({ limits: { factor: 0.05 }, trustedProxies: 1 });
});
afterAll(() => running.close());

const from = (address: string) => ({ "x-forwarded-for": address });
const join = (address: string, email: string) =>
  running.send(
    "POST",
    "/v1/aanmeldingen",
    { municipality: "molenlanden", kern: "arkel", name: "A. Buur", email, consent: true },
    from(address),
  );

describe("who asks too often", () => {
  test("is told for how long to wait", async () => {
    const statuses: number[] = [];
    for (const turn of [1, 2, 3, 4]) statuses.push((await join("192.0.2.1", `buur${turn}@voorbeeld.example`)).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    const refused = await join("192.0.2.1", "buur5@voorbeeld.example");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3000);
    expect(await problemIn(refused)).toMatchObject({
      status: 429,
      code: "too-many-requests",
      detail: expect.stringContaining("minuten"),
    });
    expect((await join("192.0.2.2", "buur6@voorbeeld.example")).status).toBe(202);
  });

  test("cannot flood somebody's mailbox from many addresses", async () => {
    expect((await join("192.0.2.11", "Doelwit@voorbeeld.example")).status).toBe(202);
    expect((await join("192.0.2.12", " doelwit@voorbeeld.example ")).status).toBe(429);
  });

  test("is counted as one network on IPv6", async () => {
    const ask = (address: string) => running.send("POST", "/v1/sessies", { token: "x" }, from(address));
    const statuses: number[] = [];
    for (const address of ["2001:db8::1", "2001:db8::2", "2001:db8:0:0:9::3", "2001:db8::4"])
      statuses.push((await ask(address)).status);
    expect(statuses).toEqual([400, 400, 400, 429]);
    expect((await ask("2001:db8:0:1::1")).status).toBe(400);
  });

  test("with sessions that do not exist is stopped before the database is asked", async () => {
    const guess = (turn: number) =>
      running.get("/v1/personen/ik", { cookie: `kernplein=molenlanden.raden-raden-raden-raden-${turn}`, ...from("192.0.2.40") });
    const statuses: number[] = [];
    for (let turn = 0; turn < 7; turn++) statuses.push((await guess(turn)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });
});

test("a neighbour's traffic from the same address never stands in the way of who is signed in", async () => {
  const hall = from("192.0.2.30");
  const voter = await running.tokenOf();
  const author = await running.tokenOf();
  const officer = await running.tokenOf({ roles: [{ role: "officer", kern: "arkel" }] });
  const draft = { title: "Bankjes langs de dijk", body: "Een bankje bij de molen, voor wie even wil zitten." };
  const { proposal } = (await (await running.send("POST", "/v1/kernen/arkel/voorstellen", draft, author.bearer)).json()) as {
    proposal: string;
  };
  expect((await running.send("POST", `/v1/voorstellen/${proposal}/indieningen`, undefined, author.bearer)).status).toBe(200);
  expect((await running.send("POST", `/v1/voorstellen/${proposal}/publicaties`, undefined, officer.bearer)).status).toBe(200);

  let refused = 0;
  for (let turn = 0; turn < 70; turn++) if ((await running.get("/v1/kernen", hall)).status === 429) refused++;
  expect(refused).toBeGreaterThan(5);
  const support = await running.send("PUT", `/v1/voorstellen/${proposal}/steunbetuigingen/ik`, undefined, {
    ...voter.bearer,
    ...hall,
  });
  expect(support.status).toBe(200);
  expect((await running.get("/v1/personen/ik", { ...voter.bearer, ...hall })).status).toBe(200);
});

test("loopback is counted like everybody else", async () => {
  const direct = await runningWeb({ limits: { factor: 0.01 } });
  try {
    const statuses = new Set<number>();
    for (let turn = 0; turn < 14; turn++) statuses.add((await direct.get("/v1/kernen", from(`192.0.2.${turn}`))).status);
    expect([...statuses]).toEqual([200, 429]);
  } finally {
    await direct.close();
  }
});

describe("several instances", () => {
  test("count mails together in the database, by fingerprint, and votes never", async () => {
    const postgres = running.database.connections.owner;
    const [one, two] = await Promise.all([makeLimits({ postgres, factor: 0.1 }), makeLimits({ postgres, factor: 0.1 })]);
    await one.countMailbox("samen@voorbeeld.example");
    await expect(two.countMailbox("samen@voorbeeld.example")).rejects.toMatchObject({ code: "too-many-requests" });
    await one.count("votePerson", "molenlanden 1");
    await one.count("readingPerson", "molenlanden 1");
    const { rows } = await postgres.query<{ key: string }>("select key from kernplein_limits.counted");
    expect(rows.map(({ key }) => key.split(":")[0])).toEqual(["mailbox"]);
    expect(JSON.stringify(rows)).not.toContain("samen");
  });

  test("go on counting by themselves when the database is out of reach", async () => {
    const gone = { query: async () => Promise.reject(new Error("gone")) };
    const postgres = running.database.connections.owner;
    const limits = await makeLimits({
      postgres: Object.assign(Object.create(postgres), { query: once(postgres, gone) }),
      factor: 0.1,
    });
    await limits.countMailbox("alleen@voorbeeld.example");
    await expect(limits.countMailbox("alleen@voorbeeld.example")).rejects.toMatchObject({ code: "too-many-requests" });
  });
});

/** A pool that makes the table and then breaks down. */
function once(postgres: { query: unknown }, gone: { query: unknown }) {
  let left = 1;
  return (...given: unknown[]) =>
    ((left-- > 0 ? postgres.query : gone.query) as (...all: unknown[]) => unknown).apply(postgres, given);
}

test("voting is limited per person, generously: nobody needs more than one ballot a second", () => {
  expect(limitRules.votePerson.points / limitRules.votePerson.seconds).toBeGreaterThanOrEqual(1);
});
