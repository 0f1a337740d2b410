import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { problemIn, type RunningWeb, runningWeb } from "./running-web.ts";

let running: RunningWeb;
beforeAll(async () => {
  running = await runningWeb();
});
afterAll(() => running.close());

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

test("a ballot leaves no line in the log, whether it is taken or refused", async () => {
  const voter = await running.tokenOf();
  const officer = await running.tokenOf({ roles: [{ role: "officer", kern: "arkel" }] });
  const poll = {
    question: "Moet de steiger terugkomen?",
    kind: "for-against-abstain",
    opensAt: new Date(running.database.clock.now.getTime() - 1000).toISOString(),
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
  running.database.clock.now = new Date();
  const planned = await running.send(
    "POST",
    "/v1/kernen/arkel/stemmingen",
    { ...poll, opensAt: new Date().toISOString() },
    officer.bearer,
  );
  expect(planned.status).toBe(201);
  const address = planned.headers.get("location") ?? "";
  const { options } = (await (await running.get(address, voter.bearer)).json()) as { options: { option: string }[] };
  await settled();
  const before = running.logged.length;

  const cast = await running.send("POST", `${address}/stembiljetten`, { option: options[0]?.option }, voter.bearer);
  expect([cast.status, cast.headers.get("location")]).toEqual([201, address]);
  expect(await cast.json()).toMatchObject({ proof: expect.stringMatching(/^[\w-]{22}$/), replaced: false });
  const refused: [unknown, Record<string, string>, number][] = [
    [{ option: options[0]?.option }, voter.bearer, 409],
    [{ option: "" }, voter.bearer, 400],
    ["{", voter.bearer, 400],
    [{ option: "x" }, {}, 401],
    [{ option: "x" }, { authorization: "Bearer x" }, 401],
  ];
  for (const [body, headers, status] of refused) {
    expect((await running.send("POST", `${address}/stembiljetten`, body, headers)).status).toBe(status);
  }
  await settled();
  expect(running.logged.slice(before)).toEqual([]);
});

test("a line names number, route, status and time taken: no person, query, token, address or body", async () => {
  const resident = await running.tokenOf({ name: "Geheim Agent" });
  const before = running.logged.length;
  await running.get("/v1/voorstellen?q=burenruzie", { ...resident.bearer, "x-request-id": "regel-12345678" });
  await settled();
  const [line] = running.logged.slice(before);
  expect(line).toEqual({
    level: "info",
    message: "request",
    details: { requestId: "regel-12345678", method: "GET", route: "GET /v1/voorstellen", status: 200, ms: expect.any(Number) },
  });
});

test("who is turned away is seen by address, so that a peak of failed sign-ins shows", async () => {
  const before = running.logged.length;
  await running.get("/v1/personen/ik");
  await settled();
  expect(running.logged[before]?.details).toMatchObject({
    status: 401,
    address: expect.stringMatching(/^127\.0\.0\.1|^0:0:0:0::\/64/),
  });
});

test("an unexpected failure is logged with its stack and tells the person nothing but a number to mention", async () => {
  const failing = await runningWeb({
    perform: async () => {
      throw new Error("wachtwoord=hunter2 staat in tabel x");
    },
  });
  try {
    const response = await failing.get("/v1/kernen?gemeente=molenlanden", { "x-request-id": "kapot-12345678" });
    const problem = await problemIn(response);
    expect(problem).toMatchObject({ status: 500, code: "failed", detail: expect.stringContaining("kapot-12345678") });
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|tabel/);
    const logged = failing.logged.find(({ level }) => level === "error");
    expect(logged?.details).toMatchObject({ requestId: "kapot-12345678", stack: expect.stringContaining("hunter2") });
  } finally {
    await failing.close();
  }
});
