import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newBallot, withSlip } from "../../../src/client/voting/kept.ts";
import { blindAsk, finishPass } from "../../../src/client/voting/pass.ts";
import { fingerprintOf, isReceipt } from "../../../src/client/voting/slip.ts";
import { itself } from "../../../src/shared/work.ts";
import type { PollView, PublicPollView } from "../../../src/voting/contract.ts";
import { openPoll } from "../../../src/voting/index.ts";
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
    form: { kind: "for-against-abstain" },
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
  const view = (await (await running.get(address, voter.bearer)).json()) as PollView;
  await settled();
  const before = running.logged.length;

  const slip = withSlip(newBallot(), { chosen: ["for"] }).unsent;
  const cast = await running.send("POST", `${address}/stembiljetten`, slip, voter.bearer);
  expect([cast.status, cast.headers.get("location")]).toEqual([201, address]);
  const { receipt } = (await cast.json()) as { receipt: string };
  const { commitment } = fingerprintOf(view.poll, slip);
  expect(isReceipt(view.poll, commitment, receipt, view.definition?.signKey ?? "")).toBe(true);
  const another = withSlip(newBallot(), { chosen: ["for"] }).unsent;
  const refused: [unknown, Record<string, string>, number][] = [
    [another, voter.bearer, 409],
    [{ ...another, choice: { chosen: ["x"] } }, voter.bearer, 400],
    [{ option: "" }, voter.bearer, 400],
    ["{", voter.bearer, 400],
    [another, {}, 401],
    [another, { authorization: "Bearer x" }, 401],
  ];
  for (const [body, headers, status] of refused) {
    expect((await running.send("POST", `${address}/stembiljetten`, body, headers)).status).toBe(status);
  }
  await settled();
  expect(running.logged.slice(before)).toEqual([]);
});

describe("the ballot box of level 2", () => {
  async function aSecretPoll() {
    const officer = await running.tokenOf({ roles: [{ role: "officer", kern: "arkel" }] });
    const now = new Date().toISOString();
    const plan = { question: "Een bankje?", form: { kind: "for-against-abstain" }, level: 2, opensAt: now };
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    const planned = await running.send("POST", "/v1/kernen/arkel/stemmingen", { ...plan, closesAt }, officer.bearer);
    const { poll } = (await planned.json()) as { poll: string };
    // Who opens it looks at a clock of his own, and before its time no poll opens.
    running.database.clock.now = new Date();
    await running.database.perform(openPoll, itself("molenlanden"), { poll });
    const publicView = await running.get(`/v1/gemeenten/molenlanden/stemmingen/${poll}`);
    expect(publicView.status).toBe(200);
    return {
      view: (await publicView.json()) as PublicPollView,
      box: `/v1/gemeenten/molenlanden/stembussen/${poll}/stembiljetten`,
    };
  }
  const withPass = async (view: PublicPollView, voter: { bearer: Record<string, string> }) => {
    const ballot = withSlip(newBallot(), { chosen: ["for"] });
    const passKey = view.definition?.passKey ?? { n: "", e: "" };
    const ask = blindAsk(ballot.seed, passKey);
    const given = await running.send("POST", `/v1/stemmingen/${view.poll}/stempassen`, { blinded: ask.blinded }, voter.bearer);
    expect(given.status).toBe(201);
    const { blindSignature } = (await given.json()) as { blindSignature: string };
    return { ...ballot.unsent, pass: await finishPass(ballot.seed, passKey, ask, blindSignature) };
  };

  test("takes a slip without looking at cookie, token or address, and writes no line", async () => {
    const voter = await running.tokenOf();
    const { view, box } = await aSecretPoll();
    const slip = await withPass(view, voter);
    await settled();
    const before = running.logged.length;
    const wrong = {
      cookie: "__Host-kernplein=molenlanden.nonsense",
      authorization: "Bearer nonsense",
      "x-forwarded-for": "203.0.113.9",
    };
    const first = await running.send("POST", box, slip, wrong);
    expect(first.status).toBe(201);
    expect(first.headers.get("set-cookie")).toBeNull();
    expect(first.headers.get("x-request-id")).toBe("-");
    const again = await running.send("POST", box, slip);
    expect(await again.text()).toBe(await first.text());
    const refusals: [unknown, number][] = [
      [{ ...slip, pass: slip.pass.replace(/^./, (sign) => (sign === "A" ? "B" : "A")) }, 400],
      [{ ...slip, version: 2 }, 400],
      [{}, 400],
      ["{", 400],
    ];
    for (const [body, status] of refusals) expect((await running.send("POST", box, body)).status).toBe(status);
    expect((await running.send("POST", box.replace(view.poll, crypto.randomUUID()), slip)).status).toBe(404);
    expect((await running.send("POST", box.replace("molenlanden", "elders"), slip)).status).toBe(404);
    await settled();
    expect(running.logged.slice(before)).toEqual([]);
  });

  test("every receipt has the same length", async () => {
    const voters = [await running.tokenOf(), await running.tokenOf(), await running.tokenOf()];
    const { view, box } = await aSecretPoll();
    const sizes = new Set<string | null>();
    for (const voter of voters) {
      const answer = await running.send("POST", box, await withPass(view, voter));
      sizes.add(answer.headers.get("content-length"));
    }
    expect(sizes.size).toBe(1);
  });
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
